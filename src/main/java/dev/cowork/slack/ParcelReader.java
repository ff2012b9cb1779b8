package dev.cowork.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Reads what kind of request it is.
@ApplicationScoped
class ParcelReader {
    private final ObjectMapper json;

    ParcelReader(ObjectMapper json) {
        this.json = json;
    }

    /// @throws UnreadableException where it is none of Slack's shapes
    Parcel read(String body) {
        var text = body.strip();
        if (text.isEmpty()) {
            throw new UnreadableException("the body is empty");
        }
        return text.startsWith("{") ? ofJson(text, body, false) : ofForm(body);
    }

    /// A payload that came over the socket.
    Parcel readSocket(String payload) {
        return ofJson(payload, payload, true);
    }

    private Parcel ofForm(String body) {
        var form = form(body);
        if (form.has("payload")) {
            return ofJson(form.path("payload").asText(), body, false);
        }
        if (form.has("command")) {
            return new Parcel(Parcel.Sort.COMMAND, form, body, body, false);
        }
        if (form.has("ssl_check")) {
            return new Parcel(Parcel.Sort.SSL_CHECK, form, body, body, false);
        }
        throw new UnreadableException("a form without payload or command");
    }

    private Parcel ofJson(String text, String body, boolean socket) {
        var payload = parse(text);
        var sort = switch (payload.path("type").asText()) {
            case "url_verification" -> Parcel.Sort.URL_VERIFICATION;
            case "event_callback" -> Parcel.Sort.EVENT;
            case "block_actions", "view_submission", "view_closed", "shortcut", "message_action" ->
                Parcel.Sort.INTERACTION;
            case "" -> socket && payload.has("command") ? Parcel.Sort.COMMAND : unknown("no type");
            default -> unknown(payload.path("type").asText());
        };
        if (sort == Parcel.Sort.EVENT && !payload.path("event").path("type").isTextual()) {
            throw new UnreadableException("an event without a type");
        }
        return new Parcel(sort, payload, text, body, socket);
    }

    private static Parcel.Sort unknown(String type) {
        throw new UnreadableException("unknown type: " + type.substring(0, Math.min(type.length(), 40)));
    }

    /// The body of work we gave ourselves.
    ObjectNode object(String body) {
        return (ObjectNode) parse(body);
    }

    private JsonNode parse(String text) {
        try {
            var node = json.readTree(text);
            if (node == null || !node.isObject()) {
                throw new UnreadableException("no JSON object");
            }
            return node;
        } catch (JsonProcessingException | StackOverflowError e) {
            throw new UnreadableException("no readable JSON");
        }
    }

    private static ObjectNode form(String body) {
        var form = JsonNodeFactory.instance.objectNode();
        for (var pair : body.split("&")) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                form.put(decode(pair.substring(0, cut)), decode(pair.substring(cut + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("a form that is not URL-encoded");
        }
    }
}
