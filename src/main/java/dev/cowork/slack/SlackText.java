package dev.cowork.slack;

import java.util.regex.Pattern;

/// Small rules of text in Slack.
public final class SlackText {
    private static final Pattern CONTROL = Pattern.compile("<(?=[!@#])");

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

    /// For mrkdwn: words stay words. No mention, link or broadcast comes alive out of what somebody wrote.
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// For markdown blocks, where `&` and `>` are plain characters: takes the life out of `<!channel>`, `<@U…>` and
    /// `<#C…>` by an invisible joiner after the bracket.
    public static String disarmed(String markdown) {
        return CONTROL.matcher(markdown).replaceAll("<\u2060");
    }
}
