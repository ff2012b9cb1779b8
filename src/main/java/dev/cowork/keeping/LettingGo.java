package dev.cowork.keeping;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;

/// Lets go of rows, a bounded number in each transaction, in the order of the holdings. What is old goes while nobody
/// waits for it, so it rests after each transaction for as long as that took: whatever there is to do, it takes half of
/// the time, and less of a database that has much to do.
@ApplicationScoped
class LettingGo {
    private static final int STEP = 500;
    /// A session takes along what was written in it, some forty rows.
    private static final int SESSIONS = 25;
    /// What one run leaves the next one goes on with.
    private static final int MOST_STEPS = 200;

    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final String WHOLE = "true";

    private final KeptRows rows;
    private final InstantSource clock;
    private final List<Holding> holdings = Holding.all();

    LettingGo(KeptRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// What would go, in words, with how many.
    @Transactional
    Map<String, Long> preview(WorkspaceId workspace, Whose whose) {
        var all = new LinkedHashMap<String, Long>();
        holdings.stream()
                .filter(it ->
                        it.goes() && !it.words().isEmpty() && !it.ofSessions().equals(WHOLE))
                .forEach(it -> all.merge(it.words(), rows.count(it, workspace, whose), Long::sum));
        all.values().removeIf(number -> number == 0);
        return all;
    }

    /// Lets everything go that is somebody's; gives back what went, in words, with how many.
    @Transactional(Transactional.TxType.NEVER)
    Map<String, Long> letGo(WorkspaceId workspace, Whose whose) {
        var all = new LinkedHashMap<String, Long>();
        var those = holdings.stream().filter(Holding::goes).toList();
        inOrder(those, holding -> rows.letGo(holding, workspace, whose, STEP), _ -> {})
                .forEach((holding, gone) ->
                        all.merge(holding.words().isEmpty() ? "other rows" : holding.words(), gone, Long::sum));
        all.values().removeIf(number -> number == 0);
        return all;
    }

    /// Lets go of what is old in a workspace; gives back how many rows.
    @Transactional(Transactional.TxType.NEVER)
    long letGoOld(WorkspaceId workspace, Instant before) {
        var now = clock.instant();
        var those =
                holdings.stream().filter(it -> it.goes() && !it.old().isEmpty()).toList();
        return oldSessions(workspace, before)
                + sum(inOrder(those, holding -> rows.letGoOld(holding, workspace, before, now, STEP), LettingGo::rest));
    }

    private long oldSessions(WorkspaceId workspace, Instant before) {
        var those = holdings.stream()
                .filter(it -> it.goes()
                        && !it.ofSessions().isEmpty()
                        && !it.ofSessions().equals(WHOLE))
                .toList();
        var all = 0L;
        for (var step = 0; step < MOST_STEPS; step++) {
            var old = QuarkusTransaction.requiringNew().call(() -> rows.oldSessions(workspace, before, STEP));
            for (var from = 0; from < old.size(); from += SESSIONS) {
                var some = new Whose.Of(old.subList(from, Math.min(from + SESSIONS, old.size())));
                all += sum(inOrder(those, holding -> rows.letGo(holding, workspace, some, STEP), LettingGo::rest));
            }
            if (old.size() < STEP) {
                break;
            }
        }
        return all;
    }

    private static long sum(Map<Holding, Long> gone) {
        return gone.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Goes on to the next only where nothing is left of the one before. Those of which there is nothing, which is
    /// mostly all of them, share a transaction.
    ///
    /// @param step lets at most [#STEP] go
    /// @param rests told after each transaction how long it took, in nanoseconds
    private static Map<Holding, Long> inOrder(List<Holding> those, ToIntFunction<Holding> step, LongConsumer rests) {
        var all = new LinkedHashMap<Holding, Long>();
        var left = new ArrayDeque<>(those);
        while (!left.isEmpty()) {
            var begun = System.nanoTime();
            QuarkusTransaction.requiringNew().run(() -> {
                var some = 0;
                while (some == 0 && !left.isEmpty()) {
                    some = step.applyAsInt(left.element());
                    var ofThis = all.merge(left.element(), (long) some, Long::sum);
                    if (some < STEP || ofThis >= (long) STEP * MOST_STEPS) {
                        left.remove();
                    }
                }
            });
            rests.accept(System.nanoTime() - begun);
        }
        return all;
    }

    private static void rest(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(Math.min(nanos, LONGEST_REST.toNanos())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
