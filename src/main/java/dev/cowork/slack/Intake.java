package dev.cowork.slack;

import com.slack.api.bolt.response.Response;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Sender;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/// Takes in what has been verified, over HTTP or the socket alike. Events are stored and nothing else; what a person
/// waits for is answered.
@ApplicationScoped
class Intake {
    private final Inbox inbox;
    private final Outbox outbox;
    private final BoltDoor door;

    Intake(Inbox inbox, Outbox outbox, BoltDoor door) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.door = door;
    }

    /// Answers only after what must not be lost has been committed. May be called from any thread: listeners that read
    /// from the database find a context to do it in.
    @ActivateRequestContext
    Response take(Parcel parcel) {
        return inbox.first(() -> taken(parcel));
    }

    private Response taken(Parcel parcel) {
        return switch (parcel.sort()) {
            case SSL_CHECK -> Response.ok();
            case URL_VERIFICATION -> challenge(parcel);
            case EVENT -> Within.workspace(workspaceOf(parcel), () -> event(parcel));
            case COMMAND, INTERACTION ->
                Within.workspace(workspaceOf(parcel), () -> door.pass(parcel, Passage.Moment.AT_ONCE));
        };
    }

    private static WorkspaceId workspaceOf(Parcel parcel) {
        try {
            return parcel.workspace();
        } catch (IllegalArgumentException nobodys) {
            throw new UnreadableException("it says of no workspace that it is from there");
        }
    }

    private static Response challenge(Parcel parcel) {
        return Response.builder()
                .statusCode(200)
                .contentType("text/plain")
                .body(parcel.payload().path("challenge").asText())
                .build();
    }

    private Response event(Parcel parcel) {
        var own = parcel.ownPost();
        if (own.isPresent()) {
            outbox.echoed(
                    own.get().id(),
                    new Sender.Place(own.get().channel(), own.get().ts()));
        } else {
            inbox.accept(parcel.delivery());
        }
        return Response.ok();
    }
}
