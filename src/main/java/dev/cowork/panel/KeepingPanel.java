package dev.cowork.panel;

import dev.cowork.partner.Specialist;
import dev.cowork.session.Casework;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes a panel up, wherever it was left, and keeps what each says as it comes. What an older attempt brings is
/// dropped.
@ApplicationScoped
class KeepingPanel {
    private final Panels panels;
    private final SeatEntries entries;
    private final Casework casework;
    private final EndingPanel ending;
    private final Budget budget;
    private final InstantSource clock;

    KeepingPanel(
            Panels panels,
            SeatEntries entries,
            Casework casework,
            EndingPanel ending,
            Budget budget,
            InstantSource clock) {
        this.panels = panels;
        this.entries = entries;
        this.casework = casework;
        this.ending = ending;
        this.budget = budget;
        this.clock = clock;
    }

    /// A panel under way.
    ///
    /// @param asked who is to speak now; nobody where all of the round have
    /// @param told what they are told besides the case: how others see the same facts, or all positions
    record TakenUp(
            Panel panel,
            int attempt,
            Casework.Held held,
            Specialist.Matter matter,
            List<Seat> asked,
            List<String> told) {
        boolean isDraft() {
            return panel.state() == Panel.State.DRAFTING;
        }
    }

    /// From now on they have so much time.
    @Transactional
    void giveTime(WorkspaceId workspace, UUID id, Duration time) {
        panels.locked(workspace, id)
                .ifPresent(panel -> panel.hasUntil(clock.instant().plus(time)));
    }

    @Transactional
    boolean isTimeUp(TakenUp taken) {
        return panels.of(taken.held().workspace(), taken.panel().id())
                .filter(panel -> panel.isTimeUp(clock.instant()))
                .isPresent();
    }

    /// Empty where it is over, waits for a person, or its session takes no more.
    @Transactional
    Optional<TakenUp> takeUp(WorkspaceId workspace, UUID id) {
        var known = panels.of(workspace, id);
        var held = known.flatMap(panel -> casework.hold(workspace, panel.session()));
        var panel = panels.locked(workspace, id).filter(Panel::isUnderWay);
        if (panel.isEmpty()) {
            return Optional.empty();
        }
        if (held.isEmpty() || panel.get().stoppedBy().isPresent()) {
            ending.stopped(panel.get(), held);
            return Optional.empty();
        }
        return Optional.of(takeUp(panel.get(), held.get()));
    }

    private TakenUp takeUp(Panel panel, Casework.Held held) {
        var matter = casework.matterOf(held);
        if (panel.ledger().isEmpty()) {
            panel.goesBy(matter.ledger());
        }
        var attempt = panel.takeUp();
        var all = new Specialist.Matter(matter.brief(), panel.ledger());
        if (panel.state() == Panel.State.DRAFTING) {
            return new TakenUp(panel, attempt, held, all, ending.writerOf(panel), ending.told(panel));
        }
        var settled = entries.settledIn(panel, panel.round()).stream()
                .map(SeatEntry::specialist)
                .toList();
        var asked = asked(panel).stream()
                .filter(seat -> !settled.contains(seat.id()))
                .toList();
        return new TakenUp(
                panel, attempt, held, all, asked, panel.round() == 1 ? List.of() : ending.contestedAsTold(panel));
    }

    /// In the second round those alone who contradict each other.
    private List<Seat> asked(Panel panel) {
        if (panel.round() == 1) {
            return panel.seats();
        }
        return Coordinator.contested(ending.said(panel, 1)).stream()
                .filter(it -> panel.contested().contains(it.fact()))
                .flatMap(it -> it.grounds().entrySet().stream())
                .filter(it -> !it.getValue().holds().equals("unsure"))
                .map(it -> it.getKey())
                .distinct()
                .toList();
    }

    @Transactional
    boolean isStopped(TakenUp taken) {
        return panels.of(taken.held().workspace(), taken.panel().id())
                .filter(panel -> panel.isRunning(taken.attempt()))
                .isEmpty();
    }

    @Transactional
    void spoke(TakenUp taken, Seat seat, Specialist.Taken said) {
        running(taken).ifPresent(panel -> {
            panel.costs(budget.micros(said.model(), said.used()));
            entries.persist(SeatEntry.said(panel, seat.id(), said.position(), clock.instant()));
        });
    }

    @Transactional
    void isMissing(TakenUp taken, Seat seat, String why) {
        running(taken).ifPresent(panel -> entries.persist(SeatEntry.missing(panel, seat.id(), why, clock.instant())));
    }

    /// All of the round have spoken or are missing.
    @Transactional
    void roundIsOver(TakenUp taken) {
        var held = casework.hold(taken.held().workspace(), taken.held().session());
        running(taken).ifPresent(panel -> {
            if (held.isEmpty()) {
                ending.stopped(panel, held);
                return;
            }
            var contested = Coordinator.contested(ending.said(panel, 1));
            if (panel.round() == 1
                    && !contested.isEmpty()
                    && !panel.isTimeUp(clock.instant())
                    && !ending.isBroken(panel)) {
                ending.finishBoard(panel, held.get());
                panel.goesRoundAgain(
                        contested.stream().map(Coordinator.Contested::fact).toList());
            } else {
                ending.settle(panel, held.get());
            }
        });
    }

    @Transactional
    void drafted(TakenUp taken, Optional<Specialist.Written> written) {
        var held = casework.hold(taken.held().workspace(), taken.held().session());
        running(taken).ifPresent(panel -> {
            written.ifPresent(it -> panel.costs(budget.micros(it.model(), it.used())));
            if (held.isPresent()) {
                ending.drafted(panel, held.get(), written.map(Specialist.Written::draft));
            } else {
                ending.stopped(panel, held);
            }
        });
    }

    @Transactional
    void gaveUp(WorkspaceId workspace, UUID id) {
        var held = panels.of(workspace, id).flatMap(panel -> casework.hold(workspace, panel.session()));
        panels.locked(workspace, id).filter(Panel::isUnderWay).ifPresent(panel -> {
            var settled = new ArrayList<>(entries.lastOf(panel).keySet());
            panel.seats().stream()
                    .filter(seat -> !settled.contains(seat.id()))
                    .forEach(seat -> entries.persist(
                            SeatEntry.missing(panel, seat.id(), "something broke on our side", clock.instant())));
            ending.broken(panel, held);
        });
    }

    private Optional<Panel> running(TakenUp taken) {
        return panels.locked(taken.held().workspace(), taken.panel().id())
                .filter(panel -> panel.isRunning(taken.attempt()));
    }
}
