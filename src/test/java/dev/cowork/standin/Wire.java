package dev.cowork.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Messages in the form of the Messages API: whole, and as the events of a stream.
final class Wire {
    static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    /// An event of a stream as it goes over the wire.
    record Event(String name, String data) {
        String written() {
            return "event: " + name + "\ndata: " + data + "\n\n";
        }
    }

    static List<Event> events(Said said, String model, int number, int pieceLength) {
        var events = new ArrayList<Event>();
        var start = JSON.createObjectNode().put("type", "message_start");
        var empty = envelope(model, number);
        empty.putArray("content");
        empty.putNull("stop_reason").putNull("stop_sequence");
        start.set("message", empty);
        events.add(event(start));
        var index = 0;
        for (var part : said.parts()) {
            events.addAll(block(part, index, number, pieceLength));
            if (index == 0) {
                events.add(event(JSON.createObjectNode().put("type", "ping")));
            }
            index++;
        }
        var delta = JSON.createObjectNode().put("type", "message_delta");
        delta.putObject("delta").put("stop_reason", said.reason()).putNull("stop_sequence");
        delta.putObject("usage").put("output_tokens", 12 * (index + 1));
        events.add(event(delta));
        events.add(event(JSON.createObjectNode().put("type", "message_stop")));
        return List.copyOf(events);
    }

    static String whole(Said said, String model, int number) {
        var message = envelope(model, number);
        var content = message.putArray("content");
        var index = 0;
        for (var part : said.parts()) {
            switch (part) {
                case Said.Part.Text(String text) ->
                    content.addObject().put("type", "text").put("text", text);
                case Said.Part.Tool(String name, String input) -> {
                    var use = content.addObject().put("type", "tool_use");
                    use.put("id", toolId(number, index)).put("name", name);
                    use.set("input", read(input));
                }
            }
            index++;
        }
        message.put("stop_reason", said.reason()).putNull("stop_sequence");
        return message.toString();
    }

    static String error(String type, String code, String message) {
        var body = JSON.createObjectNode().put("type", "error");
        var error = body.putObject("error").put("type", type).put("message", message);
        if (!code.isEmpty()) {
            error.putObject("details").put("error_code", code);
        }
        return body.put("request_id", "req_standin").toString();
    }

    static String json(Map<String, ?> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("no JSON can be made of " + value, impossible);
        }
    }

    private static List<Event> block(Said.Part part, int index, int number, int pieceLength) {
        var events = new ArrayList<Event>();
        var start = JSON.createObjectNode().put("type", "content_block_start").put("index", index);
        var block = start.putObject("content_block");
        switch (part) {
            case Said.Part.Text _ -> block.put("type", "text").put("text", "");
            case Said.Part.Tool(String name, String _) ->
                block.put("type", "tool_use")
                        .put("id", toolId(number, index))
                        .put("name", name)
                        .putObject("input");
        }
        events.add(event(start));
        var whole = switch (part) {
            case Said.Part.Text(String text) -> text;
            case Said.Part.Tool(String _, String input) -> input;
        };
        for (var at = 0; at < whole.length(); at += pieceLength) {
            var piece = whole.substring(at, Math.min(whole.length(), at + pieceLength));
            var delta =
                    JSON.createObjectNode().put("type", "content_block_delta").put("index", index);
            switch (part) {
                case Said.Part.Text _ ->
                    delta.putObject("delta").put("type", "text_delta").put("text", piece);
                case Said.Part.Tool _ ->
                    delta.putObject("delta").put("type", "input_json_delta").put("partial_json", piece);
            }
            events.add(event(delta));
        }
        events.add(
                event(JSON.createObjectNode().put("type", "content_block_stop").put("index", index)));
        return events;
    }

    private static ObjectNode envelope(String model, int number) {
        var message = JSON.createObjectNode();
        message.put("id", "msg_standin_" + number)
                .put("type", "message")
                .put("role", "assistant")
                .put("model", model);
        message.putObject("usage")
                .put("input_tokens", 100)
                .put("cache_creation_input_tokens", 10)
                .put("cache_read_input_tokens", 1000)
                .put("output_tokens", 1);
        return message;
    }

    private static String toolId(int number, int index) {
        return "toolu_standin_" + number + "_" + index;
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String input) {
        try {
            return JSON.readTree(input);
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }

    private static Event event(ObjectNode data) {
        return new Event(data.path("type").asText(), data.toString());
    }
}
