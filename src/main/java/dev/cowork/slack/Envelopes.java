package dev.cowork.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;

/// Writes posts down and reads them again.
@ApplicationScoped
class Envelopes {
    /// Marks our own posts in Slack's message metadata, which any app may read: it carries a row number and nothing
    /// else.
    static final String EVENT_TYPE = "cowork_out";

    private static final Gson GSON = GsonFactory.createSnakeCase();
    private final ObjectMapper json;

    Envelopes(ObjectMapper json) {
        this.json = json;
    }

    String create(String channel, String threadTs, Message content) {
        return write(new Envelope(
                Envelope.Verb.CREATE,
                channel,
                threadTs.isEmpty() ? null : threadTs,
                null,
                content.text(),
                blocks(content),
                null));
    }

    /// A message that grows in the thread while `reader` looks on; should it have to be made over, it says `waiting`.
    String live(ThreadRef thread, MemberId reader, String waiting) {
        return write(
                new Envelope(Envelope.Verb.CREATE, thread.channel(), thread.ts(), reader.value(), waiting, null, null));
    }

    String update(Message content) {
        return write(new Envelope(Envelope.Verb.UPDATE, null, null, null, content.text(), blocks(content), null));
    }

    String finish(ThreadRef thread, Message content) {
        return write(new Envelope(
                Envelope.Verb.FINISH, thread.channel(), thread.ts(), null, content.text(), blocks(content), null));
    }

    String whisper(ThreadRef thread, MemberId member, Message content) {
        return write(new Envelope(
                Envelope.Verb.WHISPER,
                thread.channel(),
                thread.ts().isEmpty() ? null : thread.ts(),
                member.value(),
                content.text(),
                blocks(content),
                null));
    }

    String home(MemberId member, View view) {
        return write(new Envelope(Envelope.Verb.HOME, null, null, member.value(), null, null, tree(GSON.toJson(view))));
    }

    /// The metadata by which a look-up or an echo knows a post again.
    static String mark(long id) {
        return "{\"event_type\":\"" + EVENT_TYPE + "\",\"event_payload\":{\"outbox_id\":" + id + "}}";
    }

    Envelope read(String body) {
        try {
            return json.readValue(body, Envelope.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored post cannot be read", e);
        }
    }

    private JsonNode blocks(Message content) {
        var blocks = tree(GSON.toJson(content.blocks()));
        blocks.findValues("style").forEach(Envelopes::withoutFalse);
        return blocks;
    }

    /// The client's model writes every style flag of rich text, those too that Slack gives to nobody but itself.
    private static void withoutFalse(JsonNode style) {
        if (style instanceof ObjectNode flags) {
            flags.properties()
                    .removeIf(flag ->
                            flag.getValue().isBoolean() && !flag.getValue().asBoolean());
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Slack's own JSON cannot be read", e);
        }
    }

    private String write(Envelope envelope) {
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a post cannot be written down", e);
        }
    }
}
