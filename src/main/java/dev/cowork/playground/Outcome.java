package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a person is told after the bot was asked.
final class Outcome {
    private Outcome() {}

    static ObjectNode of(Door.Answer answer) {
        if (answer.accepted()) {
            return Json.ok();
        }
        return Json.error(word(answer)).put("status", answer.status());
    }

    static String word(Door.Answer answer) {
        if (answer.late()) {
            return "operation_timeout";
        }
        return answer.status() == 0 ? "app_unreachable" : "app_error";
    }
}
