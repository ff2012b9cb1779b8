package dev.cowork.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A post as it is written down until it is sent: which verb, where to, and the content in Slack's own JSON.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Envelope(
        Verb verb,
        @Nullable String channel,
        @Nullable String thread,
        @Nullable String member,
        @Nullable String text,
        @Nullable JsonNode blocks,
        @Nullable JsonNode view) {
    enum Verb {
        CREATE,
        UPDATE,
        FINISH,
        WHISPER,
        HOME
    }

    /// Whether it stands for a message that was begun live. Where Slack streams, such a message does not carry our
    /// row's number.
    boolean isLive() {
        return verb == Verb.CREATE && member != null;
    }

    String words() {
        return text == null ? "" : text;
    }
}
