package dev.cowork.impact.ticket;

import dev.cowork.delivery.Inbox;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Whose tickets are meant where one workspace is served.
@ApplicationScoped
class Whose {
    /// A workspace that took the app away is nobody's guess any more after this.
    private static final Duration LATELY = Duration.ofDays(3);

    private final TicketConfig config;
    private final Inbox inbox;
    private final InstantSource clock;

    Whose(TicketConfig config, Inbox inbox, InstantSource clock) {
        this.config = config;
        this.inbox = inbox;
        this.clock = clock;
    }

    /// @param named as the request says it; empty where it does not
    @Transactional
    Optional<WorkspaceId> workspace(String named) {
        if (!named.isBlank()) {
            return Optional.of(new WorkspaceId(named)).filter(it -> it.value().matches("[TE][A-Z0-9]{2,30}"));
        }
        return config.workspace().map(WorkspaceId::new).or(this::onlyOne);
    }

    private Optional<WorkspaceId> onlyOne() {
        var served = inbox.served(clock.instant().minus(LATELY));
        return served.size() == 1 ? Optional.of(served.getFirst()) : Optional.empty();
    }
}
