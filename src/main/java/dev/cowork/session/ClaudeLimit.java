package dev.cowork.session;

import dev.cowork.delivery.Pace;
import dev.cowork.partner.SharedLimit;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// Claude's limit is the account's: every process and workspace shares it.
@ApplicationScoped
class ClaudeLimit implements SharedLimit {
    private static final WorkspaceId EVERYBODY = new WorkspaceId("*");
    private static final String CLAUDE = "claude";

    private final Pace pace;

    ClaudeLimit(Pace pace) {
        this.pace = pace;
    }

    /// Where it cannot be known, Claude says so itself.
    @Override
    public Optional<Duration> blockedFor() {
        try {
            return pace.blockedFor(EVERYBODY, CLAUDE);
        } catch (RuntimeException e) {
            Log.warnf("Claude's limit cannot be asked for: %s", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void block(Duration pause) {
        try {
            pace.block(EVERYBODY, CLAUDE, pause);
        } catch (RuntimeException e) {
            Log.warnf("Claude's limit cannot be told to the others: %s", e.getMessage());
        }
    }
}
