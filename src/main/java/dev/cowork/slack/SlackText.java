package dev.cowork.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small rules of text in Slack.
public final class SlackText {
    private static final String JOINER = "\u2060";
    /// After what would come alive: `<!channel>`, `[words](address)`, `[1]: address`, `https://…`, `mailto:…`, `www.…`.
    private static final Pattern ALIVE =
            Pattern.compile("<(?=[!@#])|](?=[(:])|(?i:(?:https?|ftp|slack)(?=://)|\\b(?:mailto|tel)(?=:)|www(?=\\.))");
    private static final Pattern ADDRESS = Pattern.compile("(?i:(?:https?|ftp|slack)(?=://)|www(?=\\.))");
    /// What may be the beginning of it.
    private static final Pattern BEGUN = Pattern.compile(
            "(?:<|]|(?i:(?:h|ht|htt|https?:?/?|f|ft|ftp:?/?|s|sl|sla|slac|slack:?/?|m|ma|mai|mail|mailt|mailto"
                    + "|t|te|tel|w{1,3})))$");

    private SlackText() {}

    /// Cuts at `longest` characters, the last one an ellipsis; never in the middle of a surrogate pair.
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = longest - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /// The first characters, at most so many; never half of a surrogate pair.
    static String head(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(
                0, longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /// Escaped, and at most so many characters long with its escapes; where it was cut the last one is an ellipsis.
    static String escaped(String text, int longest) {
        var fits = longest;
        var escaped = escaped(cut(text, fits));
        while (escaped.length() > longest) {
            fits -= Math.max(1, (escaped.length() - longest) / 5);
            escaped = escaped(cut(text, fits));
        }
        return escaped;
    }

    /// For mrkdwn: words stay words. No mention or broadcast comes alive out of what somebody wrote.
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Without what Slack would make links of by itself: an invisible joiner stands in bare addresses.
    public static String unlinked(String text) {
        return ADDRESS.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(hit.group() + JOINER));
    }

    /// For markdown blocks, where `&` and `>` are plain characters: takes the life out of mentions and of links by an
    /// invisible joiner. An address stays to be read, and leads nowhere by a press.
    public static String disarmed(String markdown) {
        return ALIVE.matcher(markdown).replaceAll(hit -> Matcher.quoteReplacement(hit.group() + JOINER));
    }

    /// How much of a text that goes on can be [#disarmed] without its end.
    public static int disarmable(String markdown) {
        var begun = BEGUN.matcher(markdown);
        return begun.find() ? begun.start() : markdown.length();
    }
}
