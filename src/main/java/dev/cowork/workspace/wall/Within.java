package dev.cowork.workspace.wall;

import dev.cowork.workspace.WorkspaceId;
import java.util.Optional;
import java.util.function.Supplier;

/// For which workspace the work at hand is done. A transaction that is begun within one sees and changes its rows
/// alone; one that is begun within none sees nothing and fails.
///
/// It does not go over to another thread by itself: [#carried] takes it there.
public final class Within {
    private static final String EVERY = "*";
    private static final ScopedValue<String> SERVED = ScopedValue.newInstance();

    private Within() {}

    public static <T> T workspace(WorkspaceId workspace, Supplier<T> deed) {
        if (workspace.value().equals(EVERY)) {
            throw new IllegalArgumentException("no workspace is called " + EVERY);
        }
        return ScopedValue.where(SERVED, workspace.value()).call(deed::get);
    }

    public static void workspace(WorkspaceId workspace, Runnable deed) {
        workspace(workspace, () -> {
            deed.run();
            return true;
        });
    }

    /// For what truly goes over all workspaces, or has to find out first whose something is. Narrow it with
    /// [#workspace] as soon as that is known.
    public static <T> T everyWorkspace(Supplier<T> deed) {
        return ScopedValue.where(SERVED, EVERY).call(deed::get);
    }

    public static void everyWorkspace(Runnable deed) {
        everyWorkspace(() -> {
            deed.run();
            return true;
        });
    }

    /// The same work on another thread, for the same workspace.
    public static Runnable carried(Runnable work) {
        return served().<Runnable>map(
                        served -> () -> ScopedValue.where(SERVED, served).run(work))
                .orElse(work);
    }

    /// The one workspace that is served; empty where it is none in particular.
    public static Optional<WorkspaceId> one() {
        return served().filter(served -> !served.equals(EVERY)).map(WorkspaceId::new);
    }

    /// As the database is told: a workspace's id, or `*`.
    static Optional<String> served() {
        return SERVED.isBound() ? Optional.of(SERVED.get()) : Optional.empty();
    }
}
