package dev.cowork.slack;

import com.slack.api.bolt.response.Response;
import dev.cowork.delivery.Inbox;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Takes in what has been verified, over HTTP or the socket alike. Events are stored and nothing else, which keeps no
/// thread; what a person waits for is answered.
@ApplicationScoped
class Intake {
    /// Slack waits three seconds, and some of them pass on the way.
    static final Duration BUDGET = Duration.ofMillis(2_500);

    private final Inbox inbox;
    private final Answering answering;

    Intake(Inbox inbox, Answering answering) {
        this.inbox = inbox;
        this.answering = answering;
    }

    /// Answers only after what must not be lost has been committed. May be called from any thread, also from one that
    /// must not wait.
    ///
    /// @return fails with a [java.util.concurrent.TimeoutException] where that took longer than [#BUDGET]
    /// @throws UnreadableException where it says too little of itself
    CompletableFuture<Response> take(Parcel parcel) {
        return switch (parcel.sort()) {
            case SSL_CHECK -> CompletableFuture.completedFuture(Response.ok());
            case URL_VERIFICATION -> CompletableFuture.completedFuture(challenge(parcel));
            case EVENT -> event(parcel);
            case COMMAND, INTERACTION -> {
                var workspace = workspaceOf(parcel);
                yield InTime.within(BUDGET, () -> answering.person(workspace, parcel));
            }
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

    private CompletableFuture<Response> event(Parcel parcel) {
        var workspace = workspaceOf(parcel);
        return parcel.ownPost()
                .map(own -> InTime.within(BUDGET, () -> answering.echo(workspace, own)))
                .orElseGet(() -> InTime.within(
                        BUDGET, inbox.acceptFirst(parcel.delivery()).thenApply(_ -> Response.ok())));
    }
}
