package dev.cowork.training;

import dev.cowork.playbook.Opening;
import dev.cowork.playbook.Openings;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;

/// The form with the drills a workspace has.
@ApplicationScoped
class ChoosingDrill {
    private final DrillShelf shelf;
    private final Openings openings;

    ChoosingDrill(DrillShelf shelf, Openings openings) {
        this.shelf = shelf;
        this.openings = openings;
    }

    Reply form(WorkspaceId workspace, Optional<String> chosen) {
        return new Reply.Open(DrillModal.of(
                shelf.all(workspace),
                openings.all().stream().collect(Collectors.toMap(Opening::id, Opening::name)),
                chosen));
    }

    /// The same in place of the form that stands open.
    Reply instead(WorkspaceId workspace) {
        return form(workspace, Optional.empty()) instanceof Reply.Open(var view)
                ? new Reply.Change(view)
                : Reply.done();
    }
}
