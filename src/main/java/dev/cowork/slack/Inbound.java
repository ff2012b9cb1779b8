package dev.cowork.slack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person did in Slack, in the product's words. Customers' words are inside: `toString()` of the records that
/// carry them says only who and where.
public sealed interface Inbound {
    Gesture gesture();

    /// A slash command. `text` is what follows the command's name, trimmed.
    record Commanded(Gesture gesture, String channel, String text, String triggerId, String responseUrl)
            implements Inbound {
        @Override
        public String toString() {
            return "Commanded[" + gesture + ", " + channel + "]";
        }
    }

    /// A message in a channel, thread or direct message. `thread` is present for replies only; `mentioned` when it
    /// names the bot; `text` has the bot's own mention taken out.
    record Said(
            Gesture gesture,
            String channel,
            String ts,
            Optional<ThreadRef> thread,
            String text,
            boolean mentioned,
            boolean direct)
            implements Inbound {
        @Override
        public String toString() {
            return "Said[" + gesture + ", " + channel + "/" + ts + "]";
        }
    }

    /// A button pressed or an option chosen, in a message, modal or Home. `value` is the button's value or the chosen
    /// option's. `where` is empty outside messages; `view` is present in modals and Home.
    record Pressed(
            Gesture gesture, String actionId, String value, String triggerId, Optional<Spot> where, Optional<Form> view)
            implements Inbound {
        @Override
        public String toString() {
            return "Pressed[" + gesture + ", " + actionId + "=" + value + "]";
        }
    }

    /// A modal sent off.
    record Submitted(Gesture gesture, Form form) implements Inbound {
        @Override
        public String toString() {
            return "Submitted[" + gesture + ", " + form.callbackId() + "]";
        }
    }

    /// A shortcut chosen from a menu. `message` is present for message shortcuts.
    record Chosen(Gesture gesture, String callbackId, String triggerId, Optional<Quoted> message) implements Inbound {
        @Override
        public String toString() {
            return "Chosen[" + gesture + ", " + callbackId + "]";
        }
    }

    /// The App Home opened; `tab` is `home` or `messages`.
    record HomeOpened(Gesture gesture, String tab) implements Inbound {}

    /// The stop button of an agent session pressed.
    record Stopped(Gesture gesture, ThreadRef thread) implements Inbound {}

    /// An emoji put under the message at that place, or taken away again.
    record Reacted(Gesture gesture, String channel, String ts, String reaction, boolean isTakenBack)
            implements Inbound {}

    /// A message that a press or shortcut speaks of. `thread` is its thread, or itself where it is in none.
    record Spot(String channel, String ts, ThreadRef thread) {
        /// Where something only one person sees is shown beside it. At the top level of a channel that is the channel:
        /// Slack hides it in a thread that has no replies yet.
        public ThreadRef besides() {
            return thread.ts().equals(ts) ? new ThreadRef(channel, "") : thread;
        }
    }

    /// A message with its words.
    record Quoted(Spot spot, String author, String text) {
        @Override
        public String toString() {
            return "Quoted[" + spot + "]";
        }
    }

    /// A modal's state: every input by its block id, one value each (several joined in `many`), and what we hid in it.
    record Form(
            String callbackId,
            String viewId,
            String hash,
            String hidden,
            Map<String, String> values,
            Map<String, List<String>> many) {

        /// The input of a block, trimmed; empty where nothing was entered.
        public String value(String blockId) {
            return values.getOrDefault(blockId, "").strip();
        }

        @Override
        public String toString() {
            return "Form[" + callbackId + ", " + viewId + "]";
        }
    }
}
