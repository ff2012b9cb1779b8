package dev.cowork.session;

import dev.cowork.slack.SlackText;
import java.util.regex.Pattern;

/// What a case is called in lists that began with free text: its first sentence, or as much of it as a line takes.
final class CaseName {
    private static final int LONGEST = 60;
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|[*_~`]|^>+", Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s");

    private CaseName() {}

    /// @return empty where there are no words in it
    static String of(String text) {
        if (text.equals(NewSession.CALLED)) {
            return "";
        }
        var words = MARKUP.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
        var first = END.split(words, 2)[0];
        var name = first.length() < 12 ? words : first;
        if (name.length() <= LONGEST) {
            return name.replaceFirst("[.:,;]$", "");
        }
        var cut = SlackText.cut(name, LONGEST);
        var space = cut.lastIndexOf(' ');
        return space > LONGEST / 2 ? cut.substring(0, space) + "…" : cut;
    }
}
