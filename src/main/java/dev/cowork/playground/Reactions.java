package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Emoji under a message, each with the people who chose it.
final class Reactions {
    private Reactions() {}

    static void add(ObjectNode message, String name, String user) {
        ObjectNode reaction = of(message, name);
        var users = reaction.withArray("/users");
        for (JsonNode one : users) {
            if (one.asText().equals(user)) {
                throw new RefusedException("already_reacted");
            }
        }
        users.add(user);
        reaction.put("count", users.size());
    }

    private static ObjectNode of(ObjectNode message, String name) {
        var reactions = message.withArray("/reactions");
        for (JsonNode reaction : reactions) {
            if (Json.text(reaction, "name").equals(name)) {
                return (ObjectNode) reaction;
            }
        }
        return reactions.addObject().put("name", name);
    }
}
