package dev.cowork.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the chain was at some time, kept outside the database: that entry had that hash.
///
/// @param from who says so: the post in Slack, or whoever typed it in
public record Anchor(long seq, String hash, String from) {
    private static final Pattern TYPED = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /// Reads `118:3fa9…` as it stands in the approvals channel. Empty where it is something else.
    public static Optional<Anchor> typed(String words) {
        var found = TYPED.matcher(words.strip());
        return found.matches()
                ? Optional.of(new Anchor(
                        Long.parseLong(found.group(1)), found.group(2), "the anchor " + found.group(1) + " given here"))
                : Optional.empty();
    }

    String shown() {
        return seq + ":" + hash;
    }
}
