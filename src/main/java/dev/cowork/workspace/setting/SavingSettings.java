package dev.cowork.workspace.setting;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Saves what an administrator set, as the next version; what did not change is not written again.
@ApplicationScoped
public class SavingSettings {
    private final SavedSettings rows;
    private final KnownSettings known;
    private final Event<SettingsSaved> saved;
    private final InstantSource clock;

    SavingSettings(SavedSettings rows, KnownSettings known, Event<SettingsSaved> saved, InstantSource clock) {
        this.rows = rows;
        this.known = known;
        this.saved = saved;
        this.clock = clock;
    }

    /// One change in a saving.
    public record Change(int version, Setting setting, String before, String after, MemberId by, Instant at) {}

    /// What is set now, where anything is.
    @Transactional
    public Map<Setting, String> now(WorkspaceId workspace) {
        return known.read(workspace);
    }

    @Transactional
    public int version(WorkspaceId workspace) {
        return rows.in(workspace).stream().mapToInt(SavedSetting::version).max().orElse(0);
    }

    /// The newest changes first.
    @Transactional
    public List<Change> lately(WorkspaceId workspace, int most) {
        var before = new EnumMap<Setting, String>(Setting.class);
        var all = new ArrayList<Change>();
        for (var row : rows.in(workspace)) {
            KnownSettings.named(row.name()).ifPresent(setting -> {
                var was = Optional.ofNullable(before.put(setting, row.value())).orElse("");
                all.addFirst(new Change(row.version(), setting, was, row.value(), row.savedBy(), row.savedAt()));
            });
        }
        return all.stream().limit(most).toList();
    }

    /// Joins the caller's transaction. Of two who save the same version at once one fails and is heard again.
    ///
    /// @return what changed
    @Transactional
    public List<Change> save(WorkspaceId workspace, Map<Setting, String> values, MemberId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = known.read(workspace);
        var version = version(workspace) + 1;
        var changes = new ArrayList<Change>();
        values.forEach((setting, value) -> {
            var was = before.getOrDefault(setting, "");
            if (!was.equals(value)) {
                rows.persist(SavedSetting.of(workspace, version, setting, value, by, now));
                changes.add(new Change(version, setting, was, value, by, now));
            }
        });
        rows.flush();
        if (!changes.isEmpty()) {
            saved.fire(new SettingsSaved(workspace));
        }
        return List.copyOf(changes);
    }

    void on(@Observes(during = TransactionPhase.AFTER_COMPLETION) SettingsSaved settings) {
        known.forget(settings.workspace());
    }
}
