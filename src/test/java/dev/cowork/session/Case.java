package dev.cowork.session;

import static dev.cowork.session.LocalSlack.ANA;
import static dev.cowork.session.LocalSlack.act;
import static dev.cowork.session.LocalSlack.message;
import static dev.cowork.session.LocalSlack.reply;
import static dev.cowork.session.LocalSlack.soon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/// A session's thread as Ana works in it.
///
/// @param words by which its card is found
record Case(String words, String ts) {
    static final String CHANNEL = "support";

    static Case opened(String words) {
        return opened("/cowork " + words, words);
    }

    static Case opened(String command, String words) {
        act("command", ANA, Map.of("channel", CHANNEL, "text", command));
        return found(words);
    }

    static Case found(String words) {
        var card = soon(
                "a card with " + words,
                () -> message(ANA, CHANNEL, words).filter(it -> it.toString().contains("Close session")));
        return new Case(words, card.path("ts").asText());
    }

    JsonNode shows(String text) {
        return soon("in the thread: " + text, () -> reply(ANA, CHANNEL, ts, text));
    }

    boolean lacks(String text) {
        return reply(ANA, CHANNEL, ts, text).isEmpty();
    }

    JsonNode card() {
        var card = LocalSlack.stream(LocalSlack.channel(ANA, CHANNEL).path("messages"))
                .filter(it -> it.path("ts").asText().equals(ts))
                .findFirst()
                .orElseThrow()
                .<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
        card.remove("replies");
        return card;
    }

    void cardShows(String text) {
        soon(
                "on the card: " + text,
                () -> Optional.of(card()).filter(it -> it.toString().contains(text)));
    }

    Case says(String words) {
        act("message", ANA, Map.of("channel", CHANNEL, "thread_ts", ts, "text", words));
        return this;
    }

    JsonNode presses(JsonNode message, String label) {
        return LocalSlack.press(ANA, CHANNEL, message, label);
    }

    /// A button among others of the same label, by the end of its action's name.
    JsonNode pressesNumbered(JsonNode message, String action) {
        var button = message.findParents("action_id").stream()
                .filter(it -> it.path("action_id").asText().endsWith(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + action + " in " + message));
        return act(
                "press",
                ANA,
                Map.of(
                        "channel",
                        CHANNEL,
                        "message_ts",
                        message.path("ts").asText(),
                        "action_id",
                        button.path("action_id").asText()));
    }

    JsonNode pressesCard(String label) {
        return presses(card(), label);
    }

    JsonNode modal() {
        var open = LocalSlack.state(ANA).path("modals");
        return open.path(open.size() - 1);
    }

    JsonNode submits(Map<String, ?> values) {
        var view = modal();
        return act(
                "submit",
                ANA,
                Map.of(
                        "view_id",
                        view.path("id").asText(view.path("view").path("id").asText()),
                        "values",
                        values));
    }
}
