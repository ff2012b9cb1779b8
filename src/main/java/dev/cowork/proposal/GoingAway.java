package dev.cowork.proposal;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Somebody who decides goes away for a while, or comes back. What waits for them tells so on every card, and calls
/// others meanwhile.
@ApplicationScoped
class GoingAway {
    private static final String THERE = "there";
    private static final MemberId TIME = new MemberId("system");

    private final Absences absences;
    private final Inbox inbox;
    private final AuditChain audit;
    private final Event<DeskChanged> changes;
    private final InstantSource clock;

    GoingAway(Absences absences, Inbox inbox, AuditChain audit, Event<DeskChanged> changes, InstantSource clock) {
        this.absences = absences;
        this.inbox = inbox;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /// Joins the caller's transaction.
    ///
    /// @param gesture makes this unique among what the person did
    void goAway(WorkspaceId workspace, MemberId member, Instant until, String gesture) {
        var now = now();
        if (!until.isAfter(now)) {
            return;
        }
        var absence = absences.of(workspace, member);
        var before = absence.map(GoingAway::told).orElse(THERE);
        var made = absence.orElseGet(() -> new Absence(Absence.Id.of(workspace, member)));
        made.lasts(now, until);
        absences.persist(made);
        tell(workspace, member, gesture);
        write(made, "away", member, new AuditFact.Change("absence", before, told(made)), gesture);
    }

    /// Joins the caller's transaction.
    void comeBack(WorkspaceId workspace, MemberId member, String gesture) {
        absences.of(workspace, member).ifPresent(absence -> end(absence, member, gesture, gesture));
    }

    /// Ends the absences that are over, each in a transaction of its own. To be called every few seconds, outside any
    /// transaction; any number of processes may call it at once.
    void endDue() {
        var now = clock.instant();
        QuarkusTransaction.requiringNew()
                .call(() -> absences.over(now))
                .forEach(id -> QuarkusTransaction.requiringNew().run(() -> endIfOver(id, now)));
    }

    /// Joins the caller's transaction.
    void endIfOver(Absence.Id id, Instant now) {
        absences.locked(id)
                .filter(absence -> !absence.untilAt().isAfter(now))
                .ifPresent(absence ->
                        end(absence, TIME, "over/" + absence.untilAt().toEpochMilli(), AuditFact.NO_GESTURE));
    }

    private void end(Absence absence, MemberId by, String cause, String gesture) {
        absences.delete(absence);
        tell(absence.workspace(), absence.member(), cause);
        write(absence, "back", by, new AuditFact.Change("absence", told(absence), THERE), gesture);
    }

    private void tell(WorkspaceId workspace, MemberId member, String cause) {
        absences.flush();
        inbox.accept(Delivery.own(
                workspace,
                Key.of(RefreshingCards.KIND, member, cause),
                Lane.of(workspace, RefreshingCards.KIND),
                RefreshingCards.KIND,
                member.value() + " " + cause));
        changes.fire(new DeskChanged(workspace, Set.of(member), Optional.empty()));
    }

    /// Last: it holds the end of the audit's chain.
    private void write(Absence absence, String deed, MemberId by, AuditFact.Change change, String gesture) {
        audit.write(new AuditFact(
                absence.workspace(),
                Optional.empty(),
                deed,
                by,
                absence.member(),
                change,
                now(),
                gesture,
                Map.of("whom", absence.member().value())));
    }

    private static String told(Absence absence) {
        return "away until " + absence.untilAt();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
