package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// The Web API calls received of late, for tests to look at.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class CallLog {
    private static final int KEPT = 5_000;

    private final InstantSource clock;
    private final Deque<ObjectNode> calls = new ArrayDeque<>();
    private long last;

    CallLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Call call, int status, ObjectNode answer) {
        ObjectNode entry = Json.object()
                .put("n", ++last)
                .put("at", clock.millis())
                .put("method", call.method())
                .put("status", status);
        entry.set("args", call.arguments().deepCopy().without("token"));
        entry.set("response", answer);
        calls.addLast(entry);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    /// The calls numbered above `n`, oldest first, and the number of the last one.
    synchronized ObjectNode since(long n) {
        ObjectNode shown = Json.ok().put("last", last);
        var list = shown.putArray("calls");
        calls.stream().filter(call -> call.path("n").asLong() > n).forEach(list::add);
        return shown;
    }
}
