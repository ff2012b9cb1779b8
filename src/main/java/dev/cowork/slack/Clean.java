package dev.cowork.slack;

import org.jspecify.annotations.Nullable;

/// Text as we may keep it: Slack's escapes undone, and without what no database or person can read.
final class Clean {
    private Clean() {}

    /// Undoes Slack's `&amp; &lt; &gt;` and drops NUL and unpaired surrogates. Mentions and links stay as Slack writes
    /// them.
    static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .forEach(clean::appendCodePoint);
        return clean.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
