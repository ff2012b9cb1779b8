package dev.cowork.proposal;

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
import java.util.Optional;
import java.util.Set;

/// Somebody who decides goes away for a while, or comes back. What waits for them tells so on every card, and calls
/// others meanwhile.
@ApplicationScoped
class GoingAway {
    private final Absences absences;
    private final Inbox inbox;
    private final Event<DeskChanged> changes;
    private final InstantSource clock;

    GoingAway(Absences absences, Inbox inbox, Event<DeskChanged> changes, InstantSource clock) {
        this.absences = absences;
        this.inbox = inbox;
        this.changes = changes;
        this.clock = clock;
    }

    /// Joins the caller's transaction.
    ///
    /// @param cause makes this unique among what the person did
    void goAway(WorkspaceId workspace, MemberId member, Instant until, String cause) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!until.isAfter(now)) {
            return;
        }
        absences.of(workspace, member)
                .orElseGet(() -> {
                    var absence = new Absence(Absence.Id.of(workspace, member));
                    absence.lasts(now, until);
                    absences.persist(absence);
                    return absence;
                })
                .lasts(now, until);
        tell(workspace, member, cause);
    }

    /// Joins the caller's transaction.
    void comeBack(WorkspaceId workspace, MemberId member, String cause) {
        absences.of(workspace, member).ifPresent(absence -> {
            absences.delete(absence);
            tell(workspace, member, cause);
        });
    }

    /// Ends the absences that are over. To be called every few seconds, outside any transaction; any number of
    /// processes may call it at once.
    void endDue() {
        QuarkusTransaction.requiringNew()
                .run(() -> absences.over(clock.instant()).forEach(absence -> {
                    absences.delete(absence);
                    tell(
                            absence.workspace(),
                            absence.member(),
                            "over/" + absence.untilAt().toEpochMilli());
                }));
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
}
