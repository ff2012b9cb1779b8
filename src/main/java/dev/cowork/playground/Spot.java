package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A place in a message or view that is being checked: what stands there, its JSON pointer, and the findings so far.
///
/// @param node what stands at the place; a missing node where nothing does
record Spot(JsonNode node, String pointer, List<String> findings) {
    Spot at(String field) {
        return new Spot(node.path(field), pointer + "/" + field, findings);
    }

    List<Spot> each() {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            spots.add(new Spot(node.get(i), pointer + "/" + i, findings));
        }
        return spots;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    String type() {
        return node.path("type").asText("");
    }

    /// Worded as Slack words it, so that a log reads the same here and there.
    void say(String what) {
        findings.add("[ERROR] " + what + " [json-pointer:" + (pointer.isEmpty() ? "/" : pointer) + "]");
    }

    void required(String... fields) {
        for (String field : fields) {
            if (!has(field)) {
                say("missing required field: " + field);
            }
        }
    }

    /// Checks a string field if it is there.
    void string(String field, int min, int max) {
        if (!has(field)) {
            return;
        }
        Spot spot = at(field);
        if (!spot.node.isTextual()) {
            spot.say("must provide a string");
            return;
        }
        spot.length(spot.node.asText(), min, max);
    }

    /// Checks a list field if it is there.
    void list(String field, int min, int max) {
        if (!has(field)) {
            return;
        }
        Spot spot = at(field);
        if (!spot.node.isArray()) {
            spot.say("must provide an array");
        } else if (spot.node.size() < min) {
            spot.say("no fewer than " + min + " items required");
        } else if (spot.node.size() > max) {
            spot.say("no more than " + max + " items allowed");
        }
    }

    /// Checks a text object (plain or mrkdwn) if it is there.
    void text(String field, int max) {
        if (has(field)) {
            at(field).isText(max, List.of("plain_text", "mrkdwn"));
        }
    }

    /// Checks a text object that must be plain if it is there.
    void plainText(String field, int max) {
        if (has(field)) {
            at(field).isText(max, List.of("plain_text"));
        }
    }

    /// Checks that a text object of one of these types stands here.
    void isText(int max, List<String> types) {
        if (!node.isObject()) {
            say("must provide an object");
        } else if (!types.contains(type())) {
            say("unsupported type: " + type());
        } else {
            required("text");
            string("text", 1, max);
        }
    }

    void oneOf(String field, String... allowed) {
        if (has(field) && !List.of(allowed).contains(node.path(field).asText(""))) {
            at(field).say("must be one of: " + String.join(", ", allowed));
        }
    }

    private void length(String text, int min, int max) {
        if (text.length() < min) {
            say("must be more than " + (min - 1) + " characters");
        } else if (text.length() > max) {
            say("must be less than " + (max + 1) + " characters");
        }
    }
}
