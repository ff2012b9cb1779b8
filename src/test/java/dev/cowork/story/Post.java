package dev.cowork.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A message as a person reads it: the words on the screen and the buttons below them.
///
/// @param thread the timestamp of the thread's first message, its own where it is in none
/// @param markdown the text of its Markdown blocks, exactly as it was sent
public record Post(
        String channel,
        String ts,
        String thread,
        String user,
        String words,
        String markdown,
        List<String> buttons,
        boolean isLive,
        boolean isOnlyForOne) {
    private static final List<String> PRESSED =
            List.of("button", "static_select", "overflow", "users_select", "feedback_buttons", "icon_button");

    static Post of(String channel, JsonNode message) {
        var buttons = new ArrayList<String>();
        var words = new StringBuilder();
        var markdown = new StringBuilder();
        for (var block : message.path("blocks")) {
            read(block, words, buttons);
            apart("", words);
            if (block.path("type").asText().equals("markdown")) {
                markdown.append(block.path("text").asText());
            }
        }
        if (words.isEmpty()) {
            words.append(unescaped(message.path("text").asText()));
        }
        var ts = message.path("ts").asText();
        return new Post(
                channel,
                ts,
                message.path("thread_ts").asText(ts),
                message.path("user").asText(),
                words.toString().strip(),
                markdown.toString(),
                List.copyOf(buttons),
                message.path("is_live").asBoolean(),
                message.path("is_ephemeral").asBoolean());
    }

    /// Whether the words are to be read here; how they are spaced does not matter.
    public boolean says(String wanted) {
        return spaced(words).contains(spaced(wanted));
    }

    public boolean has(String button) {
        return buttons.contains(button);
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static void read(JsonNode node, StringBuilder words, List<String> buttons) {
        var type = node.path("type").asText();
        if (PRESSED.contains(type)) {
            var label = node.path("text").path("text").asText();
            if (!label.isEmpty()) {
                buttons.add(label);
            }
        } else if (node.path("text").isTextual()) {
            var text = node.path("text").asText();
            words.append(type.equals("mrkdwn") ? unescaped(text) : text);
        } else if (type.equals("task_card")) {
            words.append(node.path("status").asText() + " " + node.path("title").asText() + ": "
                    + node.path("output").asText());
        } else if (type.equals("plan")) {
            words.append(node.path("title").asText()).append('\n');
            inside(node, type, words, buttons);
        } else if (type.equals("user")) {
            words.append("<@").append(node.path("user_id").asText()).append('>');
        } else {
            inside(node, type, words, buttons);
        }
    }

    private static void inside(JsonNode node, String type, StringBuilder words, List<String> buttons) {
        for (var part : List.of("text", "fields", "elements", "accessory", "rows", "tasks")) {
            var child = node.path(part);
            if (child.isArray()) {
                child.forEach(each -> {
                    read(each, words, buttons);
                    apart(type, words);
                });
            } else if (child.isObject()) {
                read(child, words, buttons);
                apart(type, words);
            }
        }
    }

    /// Pieces of one line stay on it; everything else stands on a line of its own.
    private static void apart(String type, StringBuilder words) {
        var isOneLine = type.equals("rich_text_section")
                || type.equals("rich_text_quote")
                || type.equals("rich_text_preformatted");
        if (!isOneLine && !words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
