package dev.cowork.session;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A language in which somebody writes, found without understanding it: by its small words, or by its letters where
/// they are not Latin. Texts of a few words have none.
///
/// @param code ISO 639-1, such as `de`
/// @param name as it is called in English
record Language(String code, String name) {
    /// In these we read promises and admissions ourselves.
    private static final Set<String> GUARDED = Set.of("en", "de", "fr", "es");

    private static final List<Known> KNOWN =
            GuardFile.lines("languages.txt").stream().map(Known::of).toList();
    private static final Map<UnicodeScript, Language> BY_LETTERS = Map.of(
            UnicodeScript.CYRILLIC, new Language("ru", "Russian or another language in Cyrillic letters"),
            UnicodeScript.GREEK, new Language("el", "Greek"),
            UnicodeScript.ARABIC, new Language("ar", "Arabic or another language in Arabic letters"),
            UnicodeScript.HEBREW, new Language("he", "Hebrew"),
            UnicodeScript.HANGUL, new Language("ko", "Korean"),
            UnicodeScript.HIRAGANA, new Language("ja", "Japanese"),
            UnicodeScript.KATAKANA, new Language("ja", "Japanese"),
            UnicodeScript.HAN, new Language("zh", "Chinese"),
            UnicodeScript.THAI, new Language("th", "Thai"),
            UnicodeScript.DEVANAGARI, new Language("hi", "Hindi or another language in Devanagari"));
    private static final int LEAST_WORDS = 5;
    private static final int LEAST_HITS = 3;
    private static final int LEAST_LETTERS = 6;
    private static final double CLEARLY = 1.3;

    /// A line of the file.
    private record Known(Language language, Set<String> names, Set<String> words) {
        static Known of(String line) {
            var parts = line.split("[ ]=[ ]", 2);
            var code = parts[0].substring(0, 2);
            var names = List.of(parts[0].substring(3).strip().split("\\|"));
            return new Known(
                    new Language(code, names.getFirst()),
                    names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                    Set.of(parts[1].strip().split(" +")));
        }
    }

    /// What the text is written in; empty where that is not clear.
    static Optional<Language> of(String text) {
        return byLetters(text).or(() -> byWords(text));
    }

    /// The language of that code; what we do not know is called by its code.
    static Optional<Language> ofCode(String code) {
        var plain = code.strip().toLowerCase(Locale.ROOT);
        if (!plain.matches("[a-z]{2}(?:[-_].*)?")) {
            return Optional.empty();
        }
        var two = plain.substring(0, 2);
        return Optional.of(KNOWN.stream()
                .map(Known::language)
                .filter(it -> it.code().equals(two))
                .findFirst()
                .or(() -> BY_LETTERS.values().stream()
                        .filter(it -> it.code().equals(two))
                        .findFirst())
                .orElseGet(() -> new Language(two, Locale.of(two).getDisplayLanguage(Locale.ENGLISH))));
    }

    /// The language somebody wants a text in: "in German, please", "auf Deutsch", "en français".
    static Optional<Language> wishedFor(String words) {
        var found = Wish.PATTERN.matcher(words);
        return found.find()
                ? KNOWN.stream()
                        .filter(it -> it.names().contains(found.group("name").toLowerCase(Locale.ROOT)))
                        .map(Known::language)
                        .findFirst()
                : Optional.empty();
    }

    boolean isSameAs(Language other) {
        return code.equals(other.code);
    }

    /// Whether we read promises and admissions in it ourselves.
    boolean isGuarded() {
        return GUARDED.contains(code);
    }

    private static Optional<Language> byWords(String text) {
        var words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() < LEAST_WORDS) {
            return Optional.empty();
        }
        var hits = new HashMap<Known, Long>();
        KNOWN.forEach(
                it -> hits.put(it, words.stream().filter(it.words()::contains).count()));
        var ranked = hits.entrySet().stream()
                .sorted(Map.Entry.<Known, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        var best = ranked.getFirst();
        var isClear = best.getValue() >= LEAST_HITS
                && best.getValue() >= CLEARLY * ranked.get(1).getValue();
        return isClear ? Optional.of(best.getKey().language()) : Optional.empty();
    }

    private static Optional<Language> byLetters(String text) {
        var letters = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.groupingBy(script -> script, Collectors.counting()));
        var all = letters.values().stream().mapToLong(Long::longValue).sum();
        // Japanese is written with Chinese characters too; what tells it are the others.
        var isJapanese = letters.getOrDefault(UnicodeScript.HIRAGANA, 0L) > 1;
        return letters.entrySet().stream()
                .filter(script -> BY_LETTERS.containsKey(script.getKey()))
                .filter(script -> script.getValue() >= LEAST_LETTERS || isJapanese)
                .filter(script -> script.getValue() * 3 >= all)
                .max(Map.Entry.comparingByValue())
                .map(script -> BY_LETTERS.get(isJapanese ? UnicodeScript.HIRAGANA : script.getKey()));
    }

    /// Compiled once all languages are read.
    private static final class Wish {
        static final Pattern PATTERN = Pattern.compile(
                "(?<![\\p{L}])(?:in|into|auf|en|al|ins)\\s+(?<name>"
                        + KNOWN.stream()
                                .flatMap(it -> it.names().stream())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"))
                        + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
