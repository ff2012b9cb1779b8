package dev.cowork.session;

import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;

/// A first word of the slash command that has a meaning of its own. Found by the container; one per word. Other first
/// words are text to begin a session with.
public interface SubCommand {
    /// In lower case, without the slash: `list`.
    String word();

    /// Whether this is meant, by what follows the word. `list` alone lists; `list prices are wrong` is a case.
    default boolean isMeantBy(String rest) {
        return true;
    }

    /// Answers inside Slack's three seconds. Must not call Slack and must not write.
    Reply atOnce(Inbound.Commanded commanded, String rest);

    /// Works it off where [#atOnce] answered [Reply.Later], inside a transaction, exactly once.
    default void hear(Inbound.Commanded commanded, String rest) {}
}
