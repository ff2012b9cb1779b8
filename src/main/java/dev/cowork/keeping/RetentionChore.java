package dev.cowork.keeping;

import dev.cowork.delivery.Chore;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/// Lets go of what is older than each workspace keeps it.
@ApplicationScoped
class RetentionChore implements Chore {
    private final KeptRows rows;
    private final LettingGo lettingGo;
    private final Settings settings;
    private final InstantSource clock;

    RetentionChore(KeptRows rows, LettingGo lettingGo, Settings settings, InstantSource clock) {
        this.rows = rows;
        this.lettingGo = lettingGo;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew()
                .call(rows::workspaces)
                .forEach(workspace -> Within.workspace(workspace, () -> letGoOld(workspace)));
    }

    /// One workspace's trouble is not another's.
    void letGoOld(WorkspaceId workspace) {
        try {
            var gone = lettingGo.letGoOld(workspace, clock.instant().minus(settings.kept(workspace)));
            if (gone > 0) {
                Log.infof("%d old rows of %s are let go", gone, workspace);
            }
        } catch (RuntimeException e) {
            Log.errorf(e, "what is old in %s could not be let go", workspace);
        }
    }
}
