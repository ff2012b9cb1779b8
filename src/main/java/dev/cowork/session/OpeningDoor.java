package dev.cowork.session;

import dev.cowork.slack.Reply;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The form a session begins with, for rooms that offer a way in.
@ApplicationScoped
public class OpeningDoor {
    private static final String TRAINING = "training";

    private final OpeningModal modal;
    private final CasePlaces places;

    OpeningDoor(OpeningModal modal, CasePlaces places) {
        this.modal = modal;
        this.places = places;
    }

    /// With a channel to choose.
    public Reply anywhere(WorkspaceId workspace) {
        places.learn(workspace);
        return new Reply.Open(modal.anywhere());
    }

    /// The same with a made-up ticket in it, to see how a session goes.
    public Reply madeUp(WorkspaceId workspace) {
        places.learn(workspace);
        return new Reply.Open(modal.madeUp());
    }

    /// The training opening in place of the form that stands open, with a channel to choose.
    public Reply trainingInstead(WorkspaceId workspace) {
        places.learn(workspace);
        return new Reply.Change(modal.changed(TRAINING, Hidden.of(Map.of()), Map.of()));
    }
}
