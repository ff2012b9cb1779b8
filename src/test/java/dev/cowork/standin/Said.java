package dev.cowork.standin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// One message of the stand-in's, or one way to fail.
///
/// @param stopReason empty: `tool_use` where there is a tool call, `end_turn` otherwise
public record Said(List<Part> parts, String stopReason, Fault fault) {
    /// What a message consists of.
    public sealed interface Part {
        record Text(String text) implements Part {}

        /// @param input as it goes over the wire: usually an object's JSON, for a test also something broken
        record Tool(String name, String input) implements Part {}
    }

    /// What can go wrong, and when.
    public sealed interface Fault {
        record None() implements Fault {}

        /// An answer with a status and an error body instead of a stream.
        record Status(int status, Map<String, String> headers, String body) implements Fault {}

        /// Takes the request and never answers.
        record Hang() implements Fault {}

        /// Answers, and falls silent after so many events.
        record Idle(int events) implements Fault {}

        /// Answers, and drops the connection after so many events.
        record Cut(int events) implements Fault {}

        /// Answers, and sends a broken event after so many.
        record Malformed(int events) implements Fault {}

        /// Answers, and sends an error event of this type after so many.
        record ErrorEvent(int events, String type) implements Fault {}
    }

    static final Fault NONE = new Fault.None();

    public Said {
        parts = List.copyOf(parts);
    }

    public static Part text(String text) {
        return new Part.Text(text);
    }

    public static Part tool(String name, Map<String, ?> input) {
        return new Part.Tool(name, Wire.json(input));
    }

    /// Suggests to give back so much, in dollars.
    public static Part refund(String dollars, String reason) {
        return tool(
                "suggest_compensation",
                Map.of("kind", "refund", "amount", dollars, "currency", "USD", "reason", reason));
    }

    public static Part brokenTool(String name, String input) {
        return new Part.Tool(name, input);
    }

    public static Said message(Part... parts) {
        return new Said(Arrays.asList(parts), "", NONE);
    }

    public static Said rateLimited(int retryAfterSeconds) {
        return failed(429, Map.of("retry-after", Integer.toString(retryAfterSeconds)), "rate_limit_error", "", "busy");
    }

    public static Said overloaded() {
        return failed(529, Map.of(), "overloaded_error", "", "Overloaded");
    }

    public static Said badKey() {
        return failed(401, Map.of(), "authentication_error", "", "invalid x-api-key");
    }

    public static Said spendLimit() {
        return failed(
                429,
                Map.of(),
                "rate_limit_error",
                "enforced_spend_limit_reached",
                "You have reached your monthly API usage limit.");
    }

    public static Said noCredit() {
        return failed(400, Map.of(), "invalid_request_error", "", "Your credit balance is too low to access the API.");
    }

    public static Said status(int status) {
        return failed(status, Map.of(), "api_error", "", "status " + status);
    }

    public static Said hangs() {
        return new Said(List.of(), "", new Fault.Hang());
    }

    public static Said refuses() {
        return new Said(List.of(), "refusal", NONE);
    }

    public static Said nothing() {
        return new Said(List.of(), "end_turn", NONE);
    }

    /// The same message, stopped for another reason, such as `max_tokens`.
    public Said stoppedBy(String reason) {
        return new Said(parts, reason, fault);
    }

    public Said but(Fault with) {
        return new Said(parts, stopReason, with);
    }

    String reason() {
        if (!stopReason.isEmpty()) {
            return stopReason;
        }
        return parts.stream().anyMatch(Part.Tool.class::isInstance) ? "tool_use" : "end_turn";
    }

    private static Said failed(int status, Map<String, String> headers, String type, String code, String message) {
        return new Said(List.of(), "", new Fault.Status(status, headers, Wire.error(type, code, message)));
    }
}
