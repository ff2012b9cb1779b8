package dev.cowork.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A message of the bot's in the Slack of a chaos run, as it stands there now.
final class Message {
    /// Each event carries such a word, and the stand-in Claude says it back.
    static final Pattern MARK = Pattern.compile("\\be(\\d+)e\\b");

    private static final ObjectMapper JSON = new ObjectMapper();

    final String channel;
    final String thread;
    final String ts;
    private final JsonNode metadata;
    private String text;
    private JsonNode blocks = JSON.createArrayNode();
    private boolean isStreaming;

    Message(String channel, String thread, String ts, String text, JsonNode metadata) {
        this.channel = channel;
        this.thread = thread;
        this.ts = ts;
        this.text = text;
        this.metadata = metadata;
    }

    static Message streaming(String channel, String thread, String ts, String text) {
        var message = new Message(channel, thread, ts, text, JSON.missingNode());
        message.isStreaming = true;
        return message;
    }

    boolean isStreaming() {
        return isStreaming;
    }

    void append(String more) {
        text += more;
    }

    void endStream(String more, JsonNode below) {
        append(more);
        isStreaming = false;
        blocks = below;
    }

    void rewrite(String anew, JsonNode newBlocks) {
        text = anew;
        blocks = newBlocks;
    }

    /// The marks in it, in order, as a reader sees them: the blocks' words where there are any.
    List<Integer> marks() {
        var words = new StringBuilder();
        blocks.forEach(block -> {
            if (block.path("type").asText().equals("markdown")) {
                words.append(block.path("text").asText()).append('\n');
            }
        });
        var found = new ArrayList<Integer>();
        var matcher = MARK.matcher(words.isEmpty() ? text : words.toString());
        while (matcher.find()) {
            found.add(Integer.valueOf(matcher.group(1)));
        }
        return found;
    }

    /// The buttons on it, with the block each stands in.
    List<ObjectNode> buttons() {
        var found = new ArrayList<ObjectNode>();
        for (var block : blocks) {
            for (var element : block.path("elements")) {
                if (element.path("type").asText().equals("button")) {
                    ObjectNode button = element.deepCopy();
                    found.add(button.put("block_id", block.path("block_id").asText("b")));
                }
            }
        }
        return found;
    }

    /// As the Web API and events tell of it.
    ObjectNode told() {
        var told = JSON.createObjectNode()
                .put("type", "message")
                .put("user", World.BOT)
                .put("bot_id", World.BOT_ID)
                .put("channel", channel)
                .put("ts", ts)
                .put("text", text);
        if (!thread.isEmpty()) {
            told.put("thread_ts", thread);
        }
        if (metadata.isObject()) {
            told.set("metadata", metadata);
        }
        told.set("blocks", blocks);
        return told;
    }
}
