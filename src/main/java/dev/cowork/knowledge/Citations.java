package dev.cowork.knowledge;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of passages inside what the partner writes: `[K-bcdfghjk]`. Letters alone, none of them a vowel: so it is
/// never a word, nor a number that would be hidden on its way to Claude.
public final class Citations {
    static final String LETTERS = "bcdfghjkmnpqrstvwxz";
    static final int LENGTH = 8;
    private static final String NAME = "K-[" + LETTERS + "]{" + LENGTH + "}";
    private static final Pattern NAMES = Pattern.compile("\\b" + NAME + "\\b");
    private static final Pattern BRACKETS =
            Pattern.compile("\\[\\s*(" + NAME + ")((?:\\s*[,;]\\s*" + NAME + ")*)\\s*]");
    private static final Pattern BEFORE = Pattern.compile("[ \\t]*" + BRACKETS.pattern());

    private Citations() {}

    /// The names in the text, in order, each once.
    public static List<String> in(String text) {
        return NAMES.matcher(text).results().map(hit -> hit.group()).distinct().toList();
    }

    /// For readers: the heading where the name stood; a name that is none of these passages stays.
    public static String shown(String text, List<Passage> passages) {
        var headings = passages.stream()
                .collect(java.util.stream.Collectors.toMap(Passage::ref, Passage::shortHeading, (one, _) -> one));
        return BRACKETS.matcher(text)
                .replaceAll(hit -> Matcher.quoteReplacement("[" + named(hit.group(), headings) + "]"));
    }

    private static String named(String names, Map<String, String> headings) {
        return String.join(
                ", ",
                in(names).stream()
                        .map(name -> headings.getOrDefault(name, name))
                        .toList());
    }

    /// For customers: nothing of it.
    public static String without(String text) {
        return NAMES.matcher(BEFORE.matcher(text).replaceAll("")).replaceAll("").strip();
    }
}
