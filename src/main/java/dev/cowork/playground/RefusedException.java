package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Slack says no, in its own word (`channel_not_found`, `invalid_blocks`, …), and sometimes says where.
class RefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient List<String> messages;

    RefusedException(String error) {
        this(error, List.of());
    }

    RefusedException(String error, List<String> messages) {
        super(error + (messages.isEmpty() ? "" : " " + messages));
        this.error = error;
        this.messages = List.copyOf(messages);
    }

    ObjectNode answer() {
        ObjectNode answer = Json.error(error);
        if (!messages.isEmpty()) {
            var list = answer.putObject("response_metadata").putArray("messages");
            messages.forEach(list::add);
            answer.putArray("errors").addAll(list.deepCopy());
        }
        return answer;
    }
}
