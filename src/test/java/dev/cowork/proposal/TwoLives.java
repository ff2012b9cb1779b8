package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cowork.TickingClock;
import dev.cowork.audit.Finding;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.ChangingWorkspace;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/// One history, played by two replicas that share nothing but the database: beans, settings, connection and transaction
/// are each one's own, and what they do is committed. What happens at once must have come out as if one had been first.
final class TwoLives {
    private static final ThreadRef NOWHERE = new ThreadRef("CNOWHERE1", "1700000000.000100");
    /// A lane tries again what failed, as where two got into each other's way.
    private static final int TRIES = 4;

    private interface AtModel {
        /// Whether it is taken at all.
        boolean isTaken(LifeModel model, Instant now);
    }

    private interface AtRoom {
        void arrive(LifeRoom room);
    }

    private record Delivery(Deed deed, String gesture, AtModel atModel, AtRoom atRoom) {}

    private record Played(Delivery delivery, Instant at) {}

    private final WorkspaceId workspace = Life.aWorkspace();
    private final TickingClock clock = new TickingClock();
    private final List<ChangingWorkspace> settings = List.of(new ChangingWorkspace(), new ChangingWorkspace());
    private final List<Played> past = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, ProposalKey> keys = new HashMap<>();
    private final List<LifeRoom> replicas;
    private final LifeTables tables;
    private final ExecutorService threads;
    private final SplittableRandom chance;
    private LifeModel model = new LifeModel();
    private int gestures;
    private int atOnce;
    private int turned;
    private int died;

    TwoLives(LifeRoom room, ExecutorService threads, long seed) {
        this.replicas = new ArrayList<>(
                settings.stream().map(own -> room.of(own, clock)).toList());
        this.tables = new LifeTables(room.database());
        this.threads = threads;
        this.chance = new SplittableRandom(seed);
        clock.tick(Duration.ofDays(30_000));
        QuarkusTransaction.requiringNew().run(() -> room.keepQuiet(workspace));
    }

    /// How many times two things happened at once.
    int atOnce() {
        return atOnce;
    }

    /// How many of those came out as only the second one first explains.
    int turned() {
        return turned;
    }

    /// How many times a replica died in the middle of something.
    int died() {
        return died;
    }

    void play(List<Deed> history) throws Exception {
        for (var next = 0; next < history.size(); next++) {
            var deed = history.get(next);
            if (isOfTheWorld(deed)) {
                change(deed);
                continue;
            }
            var one = delivery(deed);
            if (chance.nextInt(6) == 0) {
                happen(List.of(one, one));
            } else if (chance.nextInt(3) > 0 && next + 1 < history.size() && goTogether(deed, history.get(next + 1))) {
                happen(List.of(one, delivery(history.get(++next))));
            } else {
                if (chance.nextInt(5) == 0) {
                    die(chance.nextInt(2), one);
                }
                happen(List.of(one));
            }
        }
        assertInstanceOf(
                Finding.Intact.class,
                QuarkusTransaction.requiringNew().call(() -> replicas.getFirst().verify(workspace)),
                "audit chain");
        replicas.getFirst().forgetEnds(workspace);
    }

    private static boolean isOfTheWorld(Deed deed) {
        return deed instanceof Deed.Tick || deed instanceof Deed.Name || deed instanceof Deed.Limit;
    }

    /// What comes from the ticket's own thread goes in order, whatever replica works it off. Which of two proposals was
    /// first nobody could tell afterwards.
    private static boolean goTogether(Deed one, Deed other) {
        return !isOfTheWorld(other)
                && Stream.of(one, other)
                                .filter(it -> it instanceof Deed.Propose
                                        || it instanceof Deed.Join
                                        || it instanceof Deed.Again)
                                .count()
                        < 2;
    }

    private void change(Deed deed) {
        switch (deed) {
            case Deed.Tick(var time) -> clock.tick(time);
            case Deed.Name(var member, var role) -> {
                settings.forEach(own -> own.name(member, role));
                know(deed, it -> it.name(member, role));
            }
            case Deed.Limit(var agent, var supervisor) -> {
                settings.forEach(own -> own.limit(agent, supervisor));
                know(deed, it -> it.limit(agent, supervisor));
            }
            default -> throw new IllegalArgumentException(deed.toString());
        }
    }

    private void know(Deed deed, java.util.function.Consumer<LifeModel> what) {
        var delivery = new Delivery(
                deed,
                "",
                (it, _) -> {
                    what.accept(it);
                    return true;
                },
                _ -> {});
        past.add(new Played(delivery, clock.instant()));
        what.accept(model);
    }

    private void happen(List<Delivery> moment) throws Exception {
        deliveries.addAll(moment.stream().distinct().toList());
        var taken = moment.size() == 1
                ? List.of(isTaken(replicas.get(chance.nextInt(2)), moment.getFirst()))
                : together(moment);
        var seen = tables.read(workspace);
        var order = moment;
        var why = differs(order, taken, seen);
        if (why != null && moment.size() == 2) {
            order = moment.reversed();
            var other = differs(order, taken.reversed(), seen);
            if (other != null) {
                throw new AssertionError("neither order explains it:\n" + why + "\n" + other + told(moment), why);
            }
            turned++;
        } else if (why != null) {
            throw new AssertionError(why + told(moment), why);
        }
        order.forEach(it -> past.add(new Played(it, clock.instant())));
        model = replayed();
    }

    /// All was done and nothing committed: what it did is undone, another one starts in its place with beans of its
    /// own,
    /// and the delivery comes again.
    private void die(int which, Delivery delivery) {
        died++;
        try {
            QuarkusTransaction.requiringNew().timeout(30).run(() -> {
                delivery.atRoom().arrive(replicas.get(which));
                throw new DiedException();
            });
        } catch (RuntimeException undone) {
            // Dead, or what it did would have been refused: it comes again all the same.
            replicas.set(which, replicas.get(which).anew());
        }
    }

    private static final class DiedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private String told(List<Delivery> moment) {
        return "\nat " + moment.stream().map(Delivery::deed).toList() + "\nafter "
                + past.stream().map(it -> "\n  " + it.delivery().deed()).toList();
    }

    private List<Boolean> together(List<Delivery> moment) throws Exception {
        atOnce++;
        var gate = new CyclicBarrier(2);
        var first = chance.nextInt(2);
        List<Callable<Boolean>> both = List.of(
                () -> {
                    gate.await();
                    return isTaken(replicas.get(first), moment.getFirst());
                },
                () -> {
                    gate.await();
                    return isTaken(replicas.get(1 - first), moment.getLast());
                });
        var taken = new ArrayList<Boolean>();
        for (var one : threads.invokeAll(both)) {
            taken.add(one.get());
        }
        return taken;
    }

    private boolean isTaken(LifeRoom replica, Delivery delivery) {
        for (var tries = 1; ; tries++) {
            try {
                QuarkusTransaction.requiringNew()
                        .timeout(30)
                        .run(() -> delivery.atRoom().arrive(replica));
                return true;
            } catch (RuntimeException failed) {
                if (tries < TRIES) {
                    continue;
                }
                if (delivery.deed() instanceof Deed.Propose) {
                    return false;
                }
                throw failed;
            }
        }
    }

    /// Null where the moment in that order explains what is there now.
    private @org.jspecify.annotations.Nullable AssertionError differs(
            List<Delivery> order, List<Boolean> taken, LifeTables.Seen seen) {
        var candidate = replayed();
        for (var number = 0; number < order.size(); number++) {
            var isTaken = order.get(number).atModel().isTaken(candidate, clock.instant());
            if (isTaken != taken.get(number)) {
                return new AssertionError(order.get(number).deed() + " taken: " + taken.get(number));
            }
        }
        try {
            LifeCards.tellThe(candidate, keysOf(candidate), seen);
            return null;
        } catch (AssertionError differs) {
            return differs;
        }
    }

    private LifeModel replayed() {
        var again = new LifeModel();
        past.forEach(it -> it.delivery().atModel().isTaken(again, it.at()));
        return again;
    }

    private List<ProposalKey> keysOf(LifeModel candidate) {
        return candidate.cases.stream()
                .map(one -> {
                    synchronized (keys) {
                        return keys.get(one.gesture);
                    }
                })
                .toList();
    }

    private Delivery delivery(Deed deed) {
        var gesture = "g" + gestures++;
        return switch (deed) {
            case Deed.Propose it -> proposal(it, gesture);
            case Deed.Decide(var card, var wish) -> {
                var pressed = pressed(card, gesture);
                var press = press(pressed);
                yield deed(deed, gesture, (it, now) -> it.decide(pressed, wish, now), room -> room.decide(press, wish));
            }
            case Deed.Question(var card) -> {
                var pressed = pressed(card, gesture);
                var press = press(pressed);
                yield deed(deed, gesture, (it, now) -> it.ask(pressed, now), room -> room.ask(press, "How old is it?"));
            }
            case Deed.Answer(var card, var number) -> {
                var newest = pressed(card, gesture);
                var pressed = new LifeModel.Pressed(newest.which(), number, newest.by(), newest.isVisitor(), gesture);
                var press = press(pressed);
                yield deed(
                        deed,
                        gesture,
                        (it, now) -> it.answer(pressed, now),
                        room -> room.answer(press, "It is " + gesture));
            }
            case Deed.Renew(var card) -> {
                var pressed = pressed(card, gesture);
                var press = press(pressed);
                yield deed(deed, gesture, (it, now) -> it.renew(pressed, now), room -> room.renew(press));
            }
            case Deed.Join(var member) ->
                deed(deed, gesture, (it, now) -> it.join(member, now), room -> room.takePart(workspace, member));
            case Deed.Again(var back) ->
                deliveries.isEmpty()
                        ? deed(deed, gesture, (_, _) -> {}, _ -> {})
                        : deliveries.get(Math.max(0, deliveries.size() - 1 - back));
            case Deed.LookAtDeadlines() -> {
                var all = keysOf(model);
                yield deed(deed, gesture, LifeModel::lookAtDeadlines, room -> room.lookAtDeadlines(workspace, all));
            }
            default -> throw new IllegalArgumentException(deed.toString());
        };
    }

    private static Delivery deed(
            Deed deed, String gesture, java.util.function.BiConsumer<LifeModel, Instant> atModel, AtRoom atRoom) {
        return new Delivery(
                deed,
                gesture,
                (model, now) -> {
                    atModel.accept(model, now);
                    return true;
                },
                atRoom);
    }

    private Delivery proposal(Deed.Propose deed, String gesture) {
        var wanted = deed.wanted(workspace, NOWHERE, gesture);
        return new Delivery(deed, gesture, (it, now) -> it.propose(deed, gesture, now), room -> {
            var key = ProposalKey.of(workspace, room.propose(wanted, deed.isOwn()));
            // The last one is the one whose transaction ended well.
            synchronized (keys) {
                keys.put(gesture, key);
            }
        });
    }

    private LifeModel.Pressed pressed(Deed.Card card, String gesture) {
        var which = model.cases.isEmpty() ? Life.UNKNOWN : card.which() % model.cases.size();
        var version = model.cases.isEmpty() ? 1 : model.cases.get(which).version - card.behind();
        return new LifeModel.Pressed(which, version, card.by(), card.isVisitor(), gesture);
    }

    private Press press(LifeModel.Pressed pressed) {
        var home = pressed.isVisitor() ? new WorkspaceId("TOTHER") : workspace;
        var proposal = pressed.which() < model.cases.size()
                ? keysOf(model).get(pressed.which()).proposal()
                : new ProposalId(new UUID(0, pressed.which()));
        return new Press(
                new Gesture(workspace, pressed.by(), home, pressed.gesture()),
                new CardRef(proposal, pressed.version()),
                NOWHERE);
    }
}
