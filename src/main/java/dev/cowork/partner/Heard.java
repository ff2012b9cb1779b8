package dev.cowork.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One message of Claude's, put together from the events of its stream. Reads the events liberally: what is unknown
/// or missing is passed over.
final class Heard {
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();
    private final Telling telling;
    private final Masking masking;
    private final Unmasking shown;
    private boolean spoke;
    private String stopReason = "";
    private long fresh;
    private long written;
    private long cached;
    private long output;

    Heard(Telling telling, Masking masking) {
        this.telling = telling;
        this.masking = masking;
        this.shown = new Unmasking(masking, this::tell);
    }

    void hear(JsonNode event) {
        switch (event.path("type").asText()) {
            case "message_start" -> count(event.path("message").path("usage"));
            case "content_block_start" -> {
                var block = new Block(event.path("content_block"));
                blocks.put(event.path("index").asInt(), block);
                say(block, block.start.path("text").asText(""));
            }
            case "content_block_delta" -> {
                var block = blocks.computeIfAbsent(event.path("index").asInt(), _ -> new Block(TurnRecord.text("")));
                grow(block, event.path("delta"));
            }
            case "content_block_stop" -> shown.end();
            case "message_delta" -> {
                shown.end();
                stopReason = event.path("delta").path("stop_reason").asText(stopReason);
                count(event.path("usage"));
            }
            default -> {
                // message_stop, and what may be added to the API later
            }
        }
    }

    private void grow(Block block, JsonNode delta) {
        switch (delta.path("type").asText()) {
            case "text_delta" -> say(block, delta.path("text").asText(""));
            case "input_json_delta" ->
                block.json.append(delta.path("partial_json").asText(""));
            case "thinking_delta" -> block.text.append(delta.path("thinking").asText(""));
            case "signature_delta" -> block.json.append(delta.path("signature").asText(""));
            default -> {
                // citations and what may be added later are not shown
            }
        }
    }

    private void say(Block block, String piece) {
        if (!block.is("text") || piece.isEmpty()) {
            return;
        }
        if (block.text.isEmpty()) {
            shown.end();
            telling.beginBlock();
        }
        block.text.append(piece);
        shown.append(piece);
    }

    private void tell(String piece) {
        spoke = true;
        telling.say(piece);
    }

    /// The counts of a stream are totals: a later one replaces the one before.
    private void count(JsonNode usage) {
        if (usage.has("input_tokens")) {
            fresh = usage.path("input_tokens").asLong();
            written = usage.path("cache_creation_input_tokens").asLong();
        }
        cached = usage.path("cache_read_input_tokens").asLong(cached);
        output = usage.path("output_tokens").asLong(output);
    }

    /// Whether any text was passed on.
    boolean hasSpoken() {
        return spoke;
    }

    /// Whether Claude said that it was done; a stream without that was cut.
    boolean isWhole() {
        return !stopReason.isEmpty();
    }

    String stopReason() {
        return stopReason;
    }

    Answer.Usage usage() {
        return new Answer.Usage(fresh + written, cached, output);
    }

    /// What it has cost so far, also where it was cut.
    Meter.Used used() {
        return new Meter.Used(fresh, written, cached, output);
    }

    /// The tool calls whose input arrived whole, or at least as JSON.
    List<Call> calls() {
        var calls = new ArrayList<Call>();
        blocks.values().stream().filter(Block::isCall).forEach(block -> calls.add(block.call()));
        return List.copyOf(calls);
    }

    /// What Claude said, in the form in which it is repeated to Claude.
    ArrayNode said() {
        var said = TurnRecord.JSON.createArrayNode();
        blocks.values().forEach(block -> block.repeatIn(said));
        return said;
    }

    /// A tool call. `input` is missing where it was no JSON.
    record Call(String id, String tool, JsonNode input) {}

    private final class Block {
        private final JsonNode start;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder json = new StringBuilder();

        Block(JsonNode start) {
            this.start = start;
        }

        boolean is(String type) {
            return start.path("type").asText().equals(type);
        }

        boolean isCall() {
            return is("tool_use");
        }

        Call call() {
            return new Call(start.path("id").asText(), start.path("name").asText(), input());
        }

        private JsonNode input() {
            if (json.toString().isBlank()) {
                return masking.unmasked(start.path("input"));
            }
            try {
                return masking.unmasked(TurnRecord.JSON.readTree(json.toString()));
            } catch (JsonProcessingException cutOff) {
                return TurnRecord.JSON.missingNode();
            }
        }

        void repeatIn(ArrayNode said) {
            if (is("text") && !text.toString().isBlank()) {
                said.add(TurnRecord.text(masking.unmasked(text.toString())));
            } else if (isCall()) {
                var node = TurnRecord.JSON.createObjectNode();
                var input = input();
                node.put("type", "tool_use").put("id", call().id()).put("name", call().tool());
                node.set("input", input.isObject() ? input : TurnRecord.JSON.createObjectNode());
                said.add(node);
            } else if (is("thinking")) {
                said.addObject()
                        .put("type", "thinking")
                        .put("thinking", text.toString())
                        .put("signature", json.toString());
            } else if (is("redacted_thinking")) {
                said.add(start);
            }
        }
    }
}
