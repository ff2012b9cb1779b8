package dev.cowork.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One turn as it went over the wire: what [Answer#record] holds. Repeating it word for word is what keeps the
/// beginning of every request of a session the same.
///
/// @param authority what the agent was said to be allowed to grant when this was sent
/// @param messages the messages of this turn, first the agent's, in the form of the Messages API
/// @param results what is still to be told about the tools of the last message, at the head of the next turn
record TurnRecord(Author author, String authority, ArrayNode messages, ArrayNode results) {
    static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final int VERSION = 1;

    /// Empty where the text is none of ours, or of a form we no longer know.
    static Optional<TurnRecord> read(String text) {
        try {
            var node = JSON.readTree(text);
            if (node.path("v").asInt() != VERSION
                    || !(node.path("messages") instanceof ArrayNode messages)
                    || !(node.path("results") instanceof ArrayNode results)) {
                return Optional.empty();
            }
            var author = Author.valueOf(node.path("author").asText());
            return Optional.of(new TurnRecord(author, node.path("authority").asText(), messages, results));
        } catch (JsonProcessingException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /// A turn answered by the playbook, in the same form, so that whoever answers next can look it up.
    static TurnRecord ofPlaybook(String authority, String words, String text, List<Move> moves) {
        var said = JSON.createArrayNode();
        if (!text.isEmpty()) {
            said.add(text(text));
        }
        for (var at = 0; at < moves.size(); at++) {
            said.add(toolUse("playbook_" + at, moves.get(at)));
        }
        var messages = JSON.createArrayNode();
        messages.add(message("user", JSON.createArrayNode().add(text(words))));
        messages.add(message("assistant", said));
        return new TurnRecord(Author.PLAYBOOK, authority, messages, JSON.createArrayNode());
    }

    String written() {
        var node = JSON.createObjectNode();
        node.put("v", VERSION).put("author", author.name()).put("authority", authority);
        node.set("messages", messages);
        node.set("results", results);
        return node.toString();
    }

    /// The partner's prose of this turn, its rounds joined as they were shown.
    String prose() {
        return String.join(
                "\n\n", blocks("text").map(block -> block.path("text").asText()).toList());
    }

    /// The moves that were shown, in order.
    List<Move> moves() {
        var moves = new ArrayList<Move>();
        blocks("tool_use").forEach(block -> {
            if (MoveReader.read(block.path("name").asText(), block.path("input")) instanceof Reading.Fits(Move move)
                    && !moves.contains(move)) {
                moves.add(move);
            }
        });
        return List.copyOf(moves);
    }

    private Stream<JsonNode> blocks(String type) {
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.path("role").asText().equals("assistant"))
                .flatMap(message -> StreamSupport.stream(message.path("content").spliterator(), false))
                .filter(block -> block.path("type").asText().equals(type));
    }

    static ObjectNode message(String role, ArrayNode content) {
        var message = JSON.createObjectNode().put("role", role);
        message.set("content", content);
        return message;
    }

    static ObjectNode text(String text) {
        return JSON.createObjectNode().put("type", "text").put("text", text);
    }

    static ObjectNode toolUse(String id, Move move) {
        var block = JSON.createObjectNode()
                .put("type", "tool_use")
                .put("id", id)
                .put("name", MoveKind.of(move).tool());
        block.set("input", JSON.valueToTree(move));
        return block;
    }

    static ObjectNode toolResult(String id, String said, boolean isError) {
        var block = JSON.createObjectNode()
                .put("type", "tool_result")
                .put("tool_use_id", id)
                .put("content", said);
        return isError ? block.put("is_error", true) : block;
    }

    @Override
    public String toString() {
        return "TurnRecord[" + author + ", " + messages.size() + " messages]";
    }
}
