package dev.cowork.slack;

import dev.cowork.delivery.Outbox;
import dev.cowork.workspace.install.WorkspaceInstalled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A workspace has installed the app again: what waited for it goes out.
@ApplicationScoped
class TakingUpAgain {
    private final Outbox outbox;

    TakingUpAgain(Outbox outbox) {
        this.outbox = outbox;
    }

    void on(@Observes WorkspaceInstalled installed) {
        outbox.resume(installed.workspace());
    }
}
