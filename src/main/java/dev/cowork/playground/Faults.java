package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Mishaps ordered by a test: the next calls of a method go wrong in the way it says.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Faults {
    /// One way to go wrong. The first of these that is set happens.
    ///
    /// @param error answered as `ok: false`; nothing is done
    /// @param status answered as the HTTP status; nothing is done
    /// @param retryAfter answered as 429 with this many seconds; nothing is done. Negative: not this
    /// @param hang waited before answering 504; nothing is done
    /// @param late done, and answered only after this long
    /// @param drop the connection is closed without an answer; done before where `late` is set
    record Fault(String error, int status, int retryAfter, Duration hang, Duration late, boolean drop) {}

    private static final class Order {
        private final String method;
        private final Fault fault;
        private int left;

        Order(String method, Fault fault, int times) {
            this.method = method;
            this.fault = fault;
            this.left = times;
        }
    }

    private final List<Order> orders = new ArrayList<>();

    /// @param wanted `method` (`*`: any), one of `error`, `status`, `ratelimited` with `retry_after`, `hang_ms`,
    ///     `store_then_hang_ms`, `drop`; and `times`, one if missing
    synchronized void order(JsonNode wanted) {
        boolean limited = wanted.path("ratelimited").asBoolean();
        var fault = new Fault(
                Json.text(wanted, "error"),
                wanted.path("status").asInt(),
                limited ? wanted.path("retry_after").asInt(1) : -1,
                Duration.ofMillis(wanted.path("hang_ms").asLong()),
                Duration.ofMillis(wanted.path("store_then_hang_ms").asLong()),
                wanted.path("drop").asBoolean());
        orders.add(new Order(
                Json.text(wanted, "method"), fault, wanted.path("times").asInt(1)));
    }

    synchronized void clear() {
        orders.clear();
    }

    synchronized Optional<Fault> next(String method) {
        for (Order order : orders) {
            if (order.left > 0 && (order.method.equals("*") || order.method.equals(method))) {
                order.left--;
                return Optional.of(order.fault);
            }
        }
        return Optional.empty();
    }

    synchronized ArrayNode shown() {
        ArrayNode shown = Json.array();
        orders.forEach(order -> shown.addObject()
                .put("method", order.method)
                .put("left", order.left)
                .put("fault", order.fault.toString()));
        return shown;
    }
}
