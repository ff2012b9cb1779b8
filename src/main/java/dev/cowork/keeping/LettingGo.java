package dev.cowork.keeping;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/// Lets go of rows, a bounded number in each transaction, in the order of the holdings.
@ApplicationScoped
class LettingGo {
    private static final int STEP = 500;
    /// What one run leaves the next one goes on with.
    private static final int MOST_STEPS = 200;

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
        return letGo(workspace, whose, holdings.stream().filter(Holding::goes).toList());
    }

    /// Lets go of what is old in a workspace; gives back how many rows.
    @Transactional(Transactional.TxType.NEVER)
    long letGoOld(WorkspaceId workspace, Instant before) {
        var all = oldSessions(workspace, before);
        var now = clock.instant();
        for (var holding : holdings) {
            if (holding.goes() && !holding.old().isEmpty()) {
                all += steps(() -> rows.letGoOld(holding, workspace, before, now, STEP));
            }
        }
        return all;
    }

    private long oldSessions(WorkspaceId workspace, Instant before) {
        var ofSessions = holdings.stream()
                .filter(it -> it.goes()
                        && !it.ofSessions().isEmpty()
                        && !it.ofSessions().equals(WHOLE))
                .toList();
        var all = 0L;
        for (var step = 0; step < MOST_STEPS; step++) {
            var old = QuarkusTransaction.requiringNew().call(() -> {
                var some = rows.oldSessions(workspace, before, STEP);
                var undecided = rows.undecided(workspace, some);
                return some.stream().filter(id -> !undecided.contains(id)).toList();
            });
            if (old.isEmpty()) {
                break;
            }
            all += letGo(workspace, new Whose.Of(old), ofSessions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        return all;
    }

    private Map<String, Long> letGo(WorkspaceId workspace, Whose whose, List<Holding> those) {
        var all = new LinkedHashMap<String, Long>();
        for (var holding : those) {
            var gone = steps(() -> rows.letGo(holding, workspace, whose, STEP));
            if (gone > 0) {
                all.merge(holding.words().isEmpty() ? "other rows" : holding.words(), gone, Long::sum);
            }
        }
        return all;
    }

    private static long steps(IntSupplier step) {
        var all = 0L;
        for (var number = 0; number < MOST_STEPS; number++) {
            var some = QuarkusTransaction.requiringNew().call(step::getAsInt);
            all += some;
            if (some < STEP) {
                break;
            }
        }
        return all;
    }
}
