package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One call of a Web API method: its name and its arguments, however they were sent.
record Call(String method, ObjectNode arguments) {
    /// Reads a form or a JSON body; query parameters are given as a form too.
    static Call read(String method, String contentType, String body, String query) {
        ObjectNode arguments = form(query);
        if (contentType.startsWith("application/json")) {
            JsonNode json =
                    Json.parse(body.isBlank() ? "{}" : body).orElseThrow(() -> new RefusedException("invalid_json"));
            if (!json.isObject()) {
                throw new RefusedException("json_not_object");
            }
            arguments.setAll((ObjectNode) json);
        } else {
            arguments.setAll(form(body));
        }
        return new Call(method, arguments);
    }

    static ObjectNode form(String body) {
        ObjectNode fields = Json.object();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /// Empty where the argument is missing. NUL characters are dropped, as Slack drops them.
    String text(String name) {
        JsonNode value = arguments.path(name);
        String text = value.isContainerNode() ? Json.write(value) : value.asText("");
        return value.isNull() ? "" : text.replace("\0", "");
    }

    String needed(String name) {
        if (!has(name)) {
            throw new RefusedException(
                    "invalid_arguments",
                    List.of("[ERROR] missing required field: " + name + " [json-pointer:/" + name + "]"));
        }
        return text(name);
    }

    boolean flag(String name) {
        return List.of("true", "1").contains(text(name));
    }

    int number(String name, int otherwise) {
        String text = text(name);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /// A JSON argument; empty where it is missing.
    ///
    /// @param otherwise Slack's word for text that is no JSON
    Optional<JsonNode> json(String name, String otherwise) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = arguments.path(name);
        if (value.isContainerNode()) {
            return Optional.of(value);
        }
        return Optional.of(Json.parse(text(name))
                .filter(JsonNode::isContainerNode)
                .orElseThrow(() -> new RefusedException(otherwise)));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
