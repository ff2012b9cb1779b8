package dev.cowork.workspace.setting;

import dev.cowork.workspace.WorkspaceId;
import java.time.InstantSource;
import java.util.Optional;

/// A workspace that has set nothing for itself.
public final class NothingSet {
    private NothingSet() {}

    public static KnownSettings known() {
        return new KnownSettings(new SavedSettings(), InstantSource.system()) {
            @Override
            public Optional<String> of(WorkspaceId workspace, Setting setting) {
                return Optional.empty();
            }
        };
    }
}
