package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/// Agent sessions: what the bot says it is doing in each thread. Call inside [World#with].
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Sessions {
    private static final Set<String> STATUSES = Set.of("processing", "active", "suspended", "closed");
    private static final Duration LONGEST = Duration.ofHours(1);

    private final World world;
    private final Changes changes;
    private final InstantSource clock;

    Sessions(World world, Changes changes, InstantSource clock) {
        this.world = world;
        this.changes = changes;
        this.clock = clock;
    }

    /// Makes the session where there is none.
    ObjectNode set(String channel, String thread, String status) {
        if (!STATUSES.contains(status)) {
            throw new RefusedException("invalid_status");
        }
        String id = channel + ":" + thread;
        ObjectNode session = world.sessions.get(id);
        if (session == null) {
            session = Json.object()
                    .put("channel", channel)
                    .put("thread_ts", thread)
                    .put("title", "");
        }
        return keep(session.put("status", status).put("at", clock.millis()).put("words", ""));
    }

    ObjectNode keep(ObjectNode session) {
        String id = Json.text(session, "channel") + ":" + Json.text(session, "thread_ts");
        world.sessions.put(id, session);
        changes.tell("session", Json.object().set("session", shown(session)));
        return session;
    }

    /// As people see it: an hour of processing without a word means that it stopped.
    ObjectNode shown(ObjectNode session) {
        ObjectNode shown = session.deepCopy();
        boolean stale = clock.millis() - session.path("at").asLong() > LONGEST.toMillis();
        return stale && Json.text(session, "status").equals("processing") ? shown.put("status", "active") : shown;
    }
}
