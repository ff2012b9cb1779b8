package dev.cowork.slack;

import com.slack.api.bolt.response.Response;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Sender;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/// What Slack waits for and the database must be read for first. From any thread that may wait: listeners
/// find a context to read in.
@ApplicationScoped
class Answering {
    private final Inbox inbox;
    private final Outbox outbox;
    private final BoltDoor door;

    Answering(Inbox inbox, Outbox outbox, BoltDoor door) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.door = door;
    }

    /// A person did something, and is answered.
    @ActivateRequestContext
    Response person(WorkspaceId workspace, Parcel parcel) {
        return inbox.first(() -> Within.workspace(workspace, () -> door.pass(parcel, Passage.Moment.AT_ONCE)));
    }

    /// A post of ours came back to us.
    @ActivateRequestContext
    Response echo(WorkspaceId workspace, Parcel.OwnPost own) {
        return inbox.first(() -> Within.workspace(workspace, () -> {
            outbox.echoed(own.id(), new Sender.Place(own.channel(), own.ts()));
            return Response.ok();
        }));
    }
}
