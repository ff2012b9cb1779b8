package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Trigger ids: good for three seconds and for one view.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private record Trigger(String user, Instant at, boolean used) {}

    private final Ids ids;
    private final InstantSource clock;
    private final Map<String, Trigger> triggers = new ConcurrentHashMap<>();

    Triggers(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    String forUser(String user) {
        Instant now = clock.instant();
        triggers.values().removeIf(old -> old.at().plus(REMEMBERED).isBefore(now));
        String id = now.toEpochMilli() + "." + Team.ID + "." + ids.next("");
        triggers.put(id, new Trigger(user, now, false));
        return id;
    }

    /// Uses a trigger up, and tells whose it was.
    String use(String id) {
        Trigger trigger = triggers.get(id);
        if (trigger == null) {
            throw new RefusedException("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new RefusedException("exchanged_trigger_id");
        }
        if (trigger.at().plus(LIFE).isBefore(clock.instant())) {
            throw new RefusedException("expired_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.user(), trigger.at(), true));
        return trigger.user();
    }
}
