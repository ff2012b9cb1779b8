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

    /// Takes it away again where it is there, and says whether it was.
    static boolean remove(ObjectNode message, String name, String user) {
        ObjectNode reaction = of(message, name);
        var others = Json.array();
        reaction.withArray("/users").forEach(one -> {
            if (!one.asText().equals(user)) {
                others.add(one);
            }
        });
        boolean wasThere = others.size() < reaction.withArray("/users").size();
        reaction.set("users", others);
        reaction.put("count", others.size());
        return wasThere;
    }

    /// Slack shows no emoji that nobody chose.
    static void tidy(ObjectNode message) {
        var chosen = Json.array();
        message.withArray("/reactions").forEach(one -> {
            if (one.path("count").asInt() > 0) {
                chosen.add(one);
            }
        });
        message.set("reactions", chosen);
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
