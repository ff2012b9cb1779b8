package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.AnotherApplication;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The whole life of proposals by chance, against a small model. Each history has a seed of its own, which it is played
/// again by: `-Dcowork.life.seed=… -Dcowork.life.histories=1`.
@QuarkusTest
@TestProfile(AnotherApplication.class)
class LifeOfProposalsTest {
    private static final int ABREAST = 2;
    private static final int MOST_TOLD = 8;
    /// One history of so many begins where nothing was ever done; the others where the matrix was written down before.
    private static final int FRESH = 8;
    /// How many of the others begin in the same workspace: what they did is undone, but not for nothing.
    private static final int IN_ONE_WORKSPACE = 40;
    private final long seed = Long.getLong("cowork.life.seed", System.nanoTime());
    private final int histories = Integer.getInteger("cowork.life.histories", 5000);

    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    @Inject
    LifeRoom room;

    @Test
    void noHistoryBreaksAPromise() throws Exception {
        System.out.println("proposals: " + histories + " histories from seed " + seed);
        var next = new AtomicInteger();
        var broken = new ConcurrentLinkedQueue<String>();
        Callable<Boolean> player = () -> {
            var opened = opened();
            var played = 0;
            for (var number = next.getAndIncrement();
                    number < histories && broken.size() < MOST_TOLD;
                    number = next.getAndIncrement()) {
                var ownSeed = seed + number;
                if (++played % IN_ONE_WORKSPACE == 0) {
                    opened = opened();
                }
                var workspace = ownSeed % FRESH == 0 ? Life.aWorkspace() : opened;
                breach(workspace, Deed.history(ownSeed))
                        .ifPresent(why -> broken.add(told(ownSeed, shrunk(ownSeed, Deed.history(ownSeed)), why)));
            }
            return true;
        };
        try (var players = Executors.newFixedThreadPool(ABREAST)) {
            for (var one : players.invokeAll(
                    IntStream.range(0, ABREAST).mapToObj(_ -> player).toList())) {
                one.get();
            }
        }
        System.out.println("proposals: " + new TreeMap<>(seen));
        assertTrue(broken.isEmpty(), () -> String.join("\n", broken));
        everythingHappened();
    }

    /// Chance that never comes to the point proves nothing.
    private void everythingHappened() {
        if (histories >= 5000) {
            for (var why : EnumSet.allOf(Refusal.Why.class)) {
                assertTrue(seen.containsKey("refused " + why), () -> why + " was never the reason of a refusal");
            }
            for (var deed : List.of(
                    "proposed",
                    "OWN_AUTHORITY",
                    "APPROVED",
                    "DECLINED",
                    "expired",
                    "renewed",
                    "answered",
                    "away",
                    "back",
                    "led",
                    "went on",
                    "reminded")) {
                assertTrue(seen.containsKey(deed), () -> deed + " never happened");
            }
        }
    }

    private WorkspaceId opened() {
        var workspace = Life.aWorkspace();
        QuarkusTransaction.requiringNew().run(() -> new Life(room, workspace).open(Deed.FIRST_NAMES));
        return workspace;
    }

    private Optional<Throwable> breach(long ownSeed, List<Deed> history) {
        return breach(ownSeed % FRESH == 0 ? Life.aWorkspace() : opened(), history);
    }

    /// Why the history does not hold. Nothing of it stays in the database.
    private Optional<Throwable> breach(WorkspaceId workspace, List<Deed> history) {
        try {
            QuarkusTransaction.requiringNew().timeout(120).run(() -> {
                var life = new Life(room, workspace);
                life.play(history);
                life.outcomes().forEach(outcome -> seen.merge(outcome, 1, Integer::sum));
                throw new Held();
            });
            throw new IllegalStateException("a history was committed");
        } catch (Held held) {
            return Optional.empty();
        } catch (AssertionError | RuntimeException broken) {
            return Optional.of(broken);
        }
    }

    /// Ends the transaction of a history in which everything held.
    private static final class Held extends RuntimeException {
        private static final long serialVersionUID = 1;

        Held() {
            super("it held", null, false, false);
        }
    }

    /// The shortest beginning that breaks, and of that only the deeds it takes.
    private List<Deed> shrunk(long ownSeed, List<Deed> history) {
        var kept = new ArrayList<>(IntStream.rangeClosed(1, history.size())
                .mapToObj(length -> history.subList(0, length))
                .filter(beginning -> breach(ownSeed, beginning).isPresent())
                .findFirst()
                .orElse(history));
        for (var deed = kept.size() - 2; deed >= 0; deed--) {
            var without = new ArrayList<>(kept);
            without.remove(deed);
            if (breach(ownSeed, without).isPresent()) {
                kept = without;
            }
        }
        return kept;
    }

    private String told(long ownSeed, List<Deed> history, Throwable first) {
        var why = breach(ownSeed, history).orElse(first);
        var root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "seed %d (-Dcowork.life.seed=%d -Dcowork.life.histories=1): %s%n%s%nafter%n%s"
                .formatted(ownSeed, ownSeed, why, root == why ? "" : root, Life.shown(history));
    }
}
