package dev.cowork.session;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.delivery.PostSent;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.ProposalDecided;
import dev.cowork.slack.LiveText;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;

/// Keeps Slack's status line true, where there is one: whether a person must decide, the thread is ready, or closed.
/// That an answer is being written is shown by whoever writes it.
@ApplicationScoped
class ShowingStatus implements Errand {
    private static final String KIND = "status";

    private final Sessions sessions;
    private final Turns turns;
    private final Tracing tracing;
    private final ProposalBook proposals;
    private final LiveText liveText;
    private final Inbox inbox;

    ShowingStatus(
            Sessions sessions, Turns turns, Tracing tracing, ProposalBook proposals, LiveText liveText, Inbox inbox) {
        this.sessions = sessions;
        this.turns = turns;
        this.tracing = tracing;
        this.proposals = proposals;
        this.liveText = liveText;
        this.inbox = inbox;
    }

    private record Status(ThreadRef thread, String word) {}

    /// Has the line shown anew, after the caller's transaction.
    ///
    /// @param cause makes this showing unique within the session
    void refresh(WorkspaceId workspace, UUID session, Object cause) {
        inbox.accept(Delivery.own(
                workspace, Key.of(KIND, session, cause), Lane.of(workspace, KIND, session), KIND, session.toString()));
    }

    /// An answer stands in the thread, or the notice that there is none.
    void on(@Observes PostSent sent) {
        if (!sent.key().equals(sent.message())) {
            tracing.turnOf(sent.workspace(), sent.message())
                    .ifPresent(turn -> refresh(sent.workspace(), turn.session(), sent.key()));
        }
    }

    void on(@Observes ProposalDecided decided) {
        refresh(decided.workspace(), UUID.fromString(decided.session()), Key.of(decided.proposal(), decided.verdict()));
    }

    void on(@Observes SessionClosed closed) {
        refresh(closed.workspace(), closed.session(), "closed");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        QuarkusTransaction.requiringNew()
                .call(() -> statusOf(delivery.workspace(), UUID.fromString(delivery.body())))
                .flatMap(status -> liveText.status(delivery.workspace(), status.thread(), status.word()))
                .ifPresent(pause -> {
                    throw new TryLaterException(pause, null);
                });
    }

    /// Empty while an answer is being written.
    private Optional<Status> statusOf(WorkspaceId workspace, UUID id) {
        return sessions.of(workspace, id)
                .flatMap(session ->
                        session.thread().flatMap(thread -> wordFor(session).map(word -> new Status(thread, word))));
    }

    private Optional<String> wordFor(Session session) {
        if (session.isClosed()) {
            return Optional.of("closed");
        }
        if (turns.unansweredIn(session).filter(Turn::isUnderWay).isPresent()) {
            return Optional.empty();
        }
        var isWaiting = proposals.ofSession(session.workspace(), session.id().toString()).stream()
                .anyMatch(entry -> entry.state() == ProposalBook.State.OPEN);
        return Optional.of(isWaiting ? "suspended" : "active");
    }
}
