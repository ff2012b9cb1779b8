package dev.cowork.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds in a draft what reads like an admission of liability, and knows what to say instead. "Sorry" is never found.
@ApplicationScoped
class LoadedWords {
    private static final String ARROW = "=>";
    private static final Pattern EMPATHY = Pattern.compile(
            "(?i)sorry|apologi[sz]e|apology|leid|entschuldig\\w*|désolé\\w*|excus\\w*|siento|disculp\\w*");

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Pattern words, String instead, boolean isOfCompany) {}

    /// @param words as they stand in the draft
    /// @param instead the wording to put; empty where the company forbids the words and names no others
    record Loaded(String words, String instead, boolean isOfCompany) {
        Loaded(String words, String instead) {
            this(words, instead, false);
        }

        String why() {
            return isOfCompany ? "is among the words that the company does not use" : "reads like an admission";
        }
    }

    @Inject
    LoadedWords(LoadedConfig config) {
        this(config.words());
    }

    LoadedWords(Optional<Path> own) {
        GuardFile.lines("loaded-words.txt").forEach(this::add);
        own.ifPresent(file -> lines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::add));
    }

    /// These words and the company's own, which may name no wording to put instead.
    LoadedWords with(List<String> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        var both = new LoadedWords(Optional.empty());
        both.rules.clear();
        both.rules.addAll(rules);
        for (var line : lines) {
            var parts = line.split(ARROW, 2);
            var words = GuardFile.words(List.of(Pattern.quote(parts[0].strip())));
            both.rules.add(new Rule(words, parts.length < 2 ? "" : parts[1].strip(), true));
        }
        return both;
    }

    private void add(String line) {
        var parts = line.split(ARROW, 2);
        if (parts.length < 2 || parts[0].isBlank()) {
            throw new IllegalArgumentException("a line of loaded words is no \"WORDS => WORDING\": " + line);
        }
        try {
            rules.add(new Rule(GuardFile.words(List.of(parts[0].strip())), parts[1].strip(), false));
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("a line of loaded words cannot be read: " + line, broken);
        }
    }

    List<Loaded> in(String draft) {
        var found = new ArrayList<Loaded>();
        for (var rule : rules) {
            var matcher = rule.words().matcher(draft);
            if (matcher.find() && !EMPATHY.matcher(matcher.group()).matches()) {
                found.add(new Loaded(matcher.group(), rule.instead(), rule.isOfCompany()));
            }
        }
        return List.copyOf(found);
    }

    /// The draft with the wording put instead, each sentence beginning as it began.
    String softened(String draft) {
        var text = draft;
        for (var rule : rules.stream().filter(it -> !it.instead().isEmpty()).toList()) {
            text = rule.words().matcher(text).replaceAll(found -> {
                var isUpper = Character.isUpperCase(found.group().charAt(0));
                var instead = isUpper
                        ? Character.toUpperCase(rule.instead().charAt(0))
                                + rule.instead().substring(1)
                        : rule.instead();
                return EMPATHY.matcher(found.group()).matches()
                        ? Matcher.quoteReplacement(found.group())
                        : Matcher.quoteReplacement(instead);
            });
        }
        return text;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the loaded words in " + file, broken);
        }
    }
}
