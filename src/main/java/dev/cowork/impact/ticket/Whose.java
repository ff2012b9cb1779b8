package dev.cowork.impact.ticket;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Whose tickets are meant where one workspace is served.
@ApplicationScoped
class Whose {
    private final TicketConfig config;
    private final Tickets tickets;

    Whose(TicketConfig config, Tickets tickets) {
        this.config = config;
        this.tickets = tickets;
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
        var served = tickets.served();
        return served.size() == 1 ? Optional.of(new WorkspaceId(served.getFirst())) : Optional.empty();
    }
}
