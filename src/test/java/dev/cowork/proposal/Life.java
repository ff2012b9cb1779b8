package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cowork.TickingClock;
import dev.cowork.audit.Finding;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.ChangingWorkspace;
import dev.cowork.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One history, played with the room on PostgreSQL and with the model side by side. After each deed both must tell the
/// same, and the tables must keep what holds whatever happened.
final class Life {
    private static final ThreadRef NOWHERE = new ThreadRef("CNOWHERE1", "1700000000.000100");

    /// Stands for a proposal that never was one here.
    static final int UNKNOWN = 1000;

    private final WorkspaceId workspace;
    private final ChangingWorkspace settings = new ChangingWorkspace();
    private final TickingClock clock = new TickingClock();
    private final LifeModel model = new LifeModel();
    private final List<ProposalKey> keys = new ArrayList<>();
    private final List<Runnable> deliveries = new ArrayList<>();
    private LifeRoom room;
    private final LifeTables tables;
    private int gestures;

    Life(LifeRoom room, WorkspaceId workspace) {
        this.workspace = workspace;
        this.room = room.of(settings, clock);
        this.tables = new LifeTables(room.database());
        // Far ahead of the database's own clock, which has its say in when a decision is too late.
        clock.tick(Duration.ofDays(30_000));
    }

    /// A workspace in which nothing was ever done.
    static WorkspaceId aWorkspace() {
        return new WorkspaceId("TLIFE" + UUID.randomUUID());
    }

    /// Writes down the first version of the matrix, and who decides by it: as after the first proposal.
    void open(List<Deed> names) {
        names.forEach(this::play);
        room.writeMatrix(workspace);
    }

    /// Throws at the first deed after which something does not hold.
    void play(List<Deed> history) {
        room.forgetEnds(workspace);
        for (var deed : history) {
            play(deed);
            if (!touchesOnlyTheTest(deed)) {
                room = room.restarted();
                holds();
            }
        }
        // A broken chain stays broken, so the end is early enough to look; a history's beginnings are looked at too
        // where it breaks.
        assertInstanceOf(Finding.Intact.class, room.verify(workspace), "audit chain");
        room.forgetEnds(workspace);
    }

    /// Whether it changes the clock or the settings alone: nothing of ours runs, and the tables stay as they were.
    private static boolean touchesOnlyTheTest(Deed deed) {
        return deed instanceof Deed.Tick || deed instanceof Deed.Name || deed instanceof Deed.Limit;
    }

    /// What came of the deeds, without names: `refused STALE`, `APPROVED`.
    Stream<String> outcomes() {
        return model.audit.stream()
                .map(line -> line.replaceFirst(" (U[A-Z]+|system)\\b", "").replaceFirst(" g[0-9]+$", ""));
    }

    private void play(Deed deed) {
        switch (deed) {
            case Deed.Propose it -> propose(it, "g" + gestures++);
            case Deed.Decide(var card, var wish) -> decide(pressed(card), wish);
            case Deed.Question(var card) -> ask(pressed(card));
            case Deed.Answer(var card, var number) -> answer(pressed(card), number);
            case Deed.Renew(var card) -> renew(pressed(card));
            case Deed.Again(var back) -> deliverAgain(back);
            case Deed.Tick(var time) -> clock.tick(time);
            case Deed.LookAtDeadlines() -> lookAtDeadlines();
            case Deed.Join(var member) -> {
                model.join(member, clock.instant());
                room.takePart(workspace, member);
            }
            case Deed.Name(var member, var role) -> {
                settings.name(member, role);
                model.name(member, role);
            }
            case Deed.NameAtHome(var position, var by) ->
                assertEquals(model.nameAtHome(position, by), room.name(workspace, position, by), "who may name");
            case Deed.Rule it -> {
                var from = room.inForce(workspace).version() - (it.isStale() ? 1 : 0);
                assertEquals(
                        model.rule(it),
                        room.rule(workspace, it.by(), new Matrix(from, it.lines(), it.caps())),
                        "who may rule");
            }
            case Deed.Away(var member, var time) -> {
                var until = clock.instant().plus(time);
                model.goAway(member, until, clock.instant());
                room.goAway(workspace, member, until, "g" + gestures++);
            }
            case Deed.Stand(var member, var isGuest) -> {
                model.stand(member, isGuest);
                room.stand(workspace, member, isGuest);
            }
            case Deed.Back(var member) -> {
                model.comeBack(member, clock.instant());
                room.comeBack(workspace, member, "g" + gestures++);
            }
            case Deed.Lead it -> {
                model.lead(it);
                room.lead(it, new Gesture(workspace, it.by(), workspace, "g" + gestures++));
            }
            case Deed.Limit(var agent, var supervisor) -> {
                settings.limit(agent, supervisor);
                model.limit(agent, supervisor);
            }
        }
    }

    private void deliver(Runnable delivery) {
        deliveries.add(delivery);
        delivery.run();
    }

    private void deliverAgain(int back) {
        if (!deliveries.isEmpty()) {
            deliveries.get(Math.max(0, deliveries.size() - 1 - back)).run();
        }
    }

    private void propose(Deed.Propose deed, String gesture) {
        var wanted = deed.wanted(workspace, NOWHERE, gesture);
        deliver(() -> {
            if (!model.propose(deed, gesture, clock.instant())) {
                assertThrows(RuntimeException.class, () -> room.propose(wanted, deed.isOwn()), "it was let through");
                return;
            }
            var key = ProposalKey.of(workspace, room.propose(wanted, deed.isOwn()));
            if (!keys.contains(key)) {
                keys.add(key);
            }
        });
    }

    private LifeModel.Pressed pressed(Deed.Card card) {
        var which = keys.isEmpty() ? UNKNOWN : card.which() % keys.size();
        var version = which < keys.size() ? model.cases.get(which).version - card.behind() : 1;
        return new LifeModel.Pressed(which, version, card.by(), card.isVisitor(), "g" + gestures++);
    }

    private Press press(LifeModel.Pressed pressed) {
        var home = pressed.isVisitor() ? new WorkspaceId("TOTHER") : workspace;
        var proposal = pressed.which() < keys.size()
                ? keys.get(pressed.which()).proposal()
                : new ProposalId(new UUID(0, pressed.which()));
        return new Press(
                new Gesture(workspace, pressed.by(), home, pressed.gesture()),
                new CardRef(proposal, pressed.version()),
                NOWHERE);
    }

    private void decide(LifeModel.Pressed pressed, Wish wish) {
        var press = press(pressed);
        assertEquals(model.mayDecide(pressed, clock.instant()), room.looks(press), "who may open the form");
        deliver(() -> {
            model.decide(pressed, wish, clock.instant());
            room.decide(press, wish);
        });
    }

    private void ask(LifeModel.Pressed pressed) {
        var press = press(pressed);
        deliver(() -> {
            model.ask(pressed, clock.instant());
            room.ask(press, "How old is it?");
        });
    }

    private void answer(LifeModel.Pressed pressed, int number) {
        var question =
                new LifeModel.Pressed(pressed.which(), number, pressed.by(), pressed.isVisitor(), pressed.gesture());
        var press = press(question);
        deliver(() -> {
            model.answer(question, clock.instant());
            room.answer(press, "It is " + pressed.gesture());
        });
    }

    private void renew(LifeModel.Pressed pressed) {
        var press = press(pressed);
        deliver(() -> {
            model.renew(pressed, clock.instant());
            room.renew(press);
        });
    }

    private void lookAtDeadlines() {
        model.lookAtDeadlines(clock.instant());
        room.lookAtDeadlines(workspace, keys);
    }

    private void holds() {
        LifeCards.tellThe(model, keys, tables.read(workspace));
        assertEquals(model.ends, room.ends(workspace), "how often an end was heard of");
    }

    static String shown(List<Deed> history) {
        return history.stream().map(Deed::toString).collect(Collectors.joining("\n  ", "  ", ""));
    }
}
