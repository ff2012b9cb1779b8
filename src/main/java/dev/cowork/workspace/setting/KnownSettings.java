package dev.cowork.workspace.setting;

import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What holds in a workspace, remembered for some seconds: what another process saved is seen soon.
@ApplicationScoped
public class KnownSettings {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final SavedSettings rows;
    private final InstantSource clock;
    private final Map<WorkspaceId, Known> known = new ConcurrentHashMap<>();

    private record Known(Map<Setting, String> values, Instant at) {}

    KnownSettings(SavedSettings rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Empty where the workspace has not set it.
    public Optional<String> of(WorkspaceId workspace, Setting setting) {
        return Optional.ofNullable(all(workspace).get(setting)).filter(value -> !value.isEmpty());
    }

    private Map<Setting, String> all(WorkspaceId workspace) {
        var now = clock.instant();
        var remembered = known.get(workspace);
        if (remembered != null && remembered.at().plus(REMEMBERED).isAfter(now)) {
            return remembered.values();
        }
        var values = Within.workspace(
                workspace, () -> QuarkusTransaction.requiringNew().call(() -> read(workspace)));
        known.put(workspace, new Known(values, now));
        return values;
    }

    Map<Setting, String> read(WorkspaceId workspace) {
        var values = new EnumMap<Setting, String>(Setting.class);
        rows.in(workspace).forEach(saved -> named(saved.name()).ifPresent(it -> values.put(it, saved.value())));
        return values;
    }

    void forget(WorkspaceId workspace) {
        known.remove(workspace);
    }

    /// A later version may know more of them.
    static Optional<Setting> named(String id) {
        for (var setting : Setting.values()) {
            if (setting.id().equals(id)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
