package dev.cowork.outside;

import com.fasterxml.jackson.databind.JsonNode;

/// What is to be read of a message, buttons included: every text in it, in order.
final class Screen {
    private Screen() {}

    static String of(JsonNode message) {
        var words = new StringBuilder();
        if (message.path("blocks").isEmpty()) {
            words.append(message.path("text").asText());
        }
        gather(message.path("blocks"), words);
        return words.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static boolean shows(JsonNode message, String words) {
        return of(message).replaceAll("\\s+", " ").contains(words.replaceAll("\\s+", " "));
    }

    static boolean hasButton(JsonNode message, String label) {
        for (var block : message.path("blocks")) {
            for (var element : block.path("elements")) {
                if (element.path("type").asText().equals("button")
                        && element.path("text").path("text").asText().equals(label)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void gather(JsonNode node, StringBuilder words) {
        if (node.path("text").isTextual()) {
            words.append(node.path("text").asText()).append('\n');
        } else if (node.path("type").asText().equals("user")) {
            words.append("<@").append(node.path("user_id").asText()).append(">\n");
        } else {
            node.forEach(child -> gather(child, words));
        }
    }
}
