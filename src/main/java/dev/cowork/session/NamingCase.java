package dev.cowork.session;

import dev.cowork.privacy.Confidential;
import dev.cowork.proposal.precedent.CaseNames;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// By which names a session's case could be recognised: the customer's and the ticket's, as the agent wrote them.
@ApplicationScoped
class NamingCase implements CaseNames {
    private final Sessions sessions;

    NamingCase(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Confidential of(WorkspaceId workspace, String session) {
        return sessions.of(workspace, UUID.fromString(session))
                .map(Session::ticket)
                .map(ticket -> Confidential.of(ticket.customer(), ticket.reference()))
                .orElse(Confidential.NOTHING);
    }
}
