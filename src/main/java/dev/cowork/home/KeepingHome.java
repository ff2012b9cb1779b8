package dev.cowork.home;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.insight.GapsChanged;
import dev.cowork.knowledge.KnowledgeChanged;
import dev.cowork.proposal.DeskChanged;
import dev.cowork.proposal.authority.AuthorityChanged;
import dev.cowork.session.SessionBook;
import dev.cowork.session.SessionClosed;
import dev.cowork.training.DrillEnded;
import dev.cowork.training.PracticeChanged;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Keeps Home true for those who have opened it. However much changes at once, a person's page is put up at most once
/// in [#PAUSE]; the last putting up sees all that changed.
@ApplicationScoped
class KeepingHome implements Errand {
    private static final String KIND = "home";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final HomeVisits visits;
    private final ShowingHome showing;
    private final SessionBook sessions;
    private final Inbox inbox;
    private final InstantSource clock;

    KeepingHome(HomeVisits visits, ShowingHome showing, SessionBook sessions, Inbox inbox, InstantSource clock) {
        this.visits = visits;
        this.showing = showing;
        this.sessions = sessions;
        this.inbox = inbox;
        this.clock = clock;
    }

    void on(@Observes SessionClosed closed) {
        refresh(closed.workspace(), Set.of(closed.owner()));
    }

    void on(@Observes KnowledgeChanged changed) {
        refresh(changed.workspace(), changed.concerned());
    }

    void on(@Observes AuthorityChanged changed) {
        refresh(changed.workspace(), changed.concerned());
    }

    void on(@Observes DrillEnded ended) {
        refresh(ended.workspace(), Set.of(ended.trainee()));
    }

    void on(@Observes GapsChanged changed) {
        refresh(changed.workspace(), changed.concerned());
    }

    void on(@Observes PracticeChanged changed) {
        refresh(changed.workspace(), Set.of(changed.member()));
    }

    void on(@Observes DeskChanged changed) {
        var concerned = new HashSet<>(changed.concerned());
        changed.session()
                .map(UUID::fromString)
                .flatMap(session -> sessions.ownerOf(changed.workspace(), session))
                .ifPresent(concerned::add);
        refresh(changed.workspace(), concerned);
    }

    /// Joins the transaction that changes what is seen: the errand waits for its end, and then sees it.
    void refresh(WorkspaceId workspace, Set<MemberId> members) {
        visits.locked(workspace, members).stream()
                .filter(HomeVisit::becomeStale)
                .forEach(visit -> inbox.accept(Delivery.own(
                        workspace,
                        Key.of(KIND, visit.member(), visit.edition()),
                        Lane.of(workspace, KIND, visit.member()),
                        KIND,
                        visit.member().value())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var member = new MemberId(delivery.body());
        QuarkusTransaction.requiringNew()
                .call(() -> put(delivery.workspace(), member))
                .ifPresent(pause -> {
                    throw new TryLaterException(pause, null);
                });
    }

    @Override
    public void gaveUp(Delivery delivery, Throwable why) {
        visits.locked(delivery.workspace(), new MemberId(delivery.body())).ifPresent(HomeVisit::becomeFresh);
    }

    /// Empty where it is done; else how long it is too early.
    private Optional<Duration> put(WorkspaceId workspace, MemberId member) {
        var visit = visits.locked(workspace, member).filter(HomeVisit::isStale);
        var early = visit.flatMap(HomeVisit::shownAt)
                .map(last -> Duration.between(clock.instant(), last.plus(PAUSE)))
                .filter(Duration::isPositive);
        if (early.isEmpty()) {
            visit.ifPresent(it -> showing.anew(workspace, it));
        }
        return early;
    }
}
