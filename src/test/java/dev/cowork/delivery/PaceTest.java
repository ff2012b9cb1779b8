package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TickingClock;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One bucket per workspace and limit, however many processes take from it: each here has an instance of its own and
/// nothing in common with the other but PostgreSQL.
@QuarkusTest
class PaceTest {
    private static final Pace.Rate TWENTY = new Pace.Rate(20, 20);

    @Inject
    Sql sql;

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final TickingClock clock = new TickingClock();
    private Pace one;
    private Pace other;

    @BeforeEach
    void start() {
        one = new Pace(sql, clock);
        other = new Pace(sql, clock);
    }

    @Test
    void manyAtOnceInTwoProcessesTakeNoMoreThanThereIs() throws Exception {
        var go = new CountDownLatch(1);
        var taken = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 60; i++) {
                var process = i % 2 == 0 ? one : other;
                Callable<Boolean> taking = () -> {
                    go.await();
                    return take(process, TWENTY, 0).isEmpty();
                };
                taken.add(threads.submit(taking));
            }
            go.countDown();
        }
        var got = 0;
        for (var each : taken) {
            got += each.get() ? 1 : 0;
        }
        assertEquals(20, got);

        clock.tick(Duration.ofSeconds(6));
        assertEquals(Optional.empty(), take(one, TWENTY, 0));
        assertEquals(Optional.empty(), take(other, TWENTY, 0));
        assertTrue(take(one, TWENTY, 0).isPresent(), "six seconds are worth two of twenty a minute");
    }

    @Test
    void whatSlackToldOneProcessTheOtherObeys() {
        take(one, TWENTY, 0);
        in(() -> {
            one.block(workspace, "chat.update", Duration.ofSeconds(30));
            return true;
        });

        clock.tick(Duration.ofSeconds(29));
        assertEquals(Optional.of(Duration.ofSeconds(3)), take(other, TWENTY, 0), "told when the next may be had");
        assertEquals(Optional.of(Duration.ofSeconds(1)), in(() -> other.blockedFor(workspace, "chat.update")));
        clock.tick(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), take(other, TWENTY, 0));
        assertEquals(Optional.empty(), in(() -> one.blockedFor(workspace, "chat.update")));
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        in(() -> {
            one.block(workspace, "chat.update", Duration.ofSeconds(30));
            other.block(workspace, "chat.update", Duration.ofSeconds(1));
            return true;
        });
        clock.tick(Duration.ofSeconds(5));

        assertEquals(Optional.of(Duration.ofSeconds(25)), take(other, TWENTY, 0));
    }

    @Test
    void progressLeavesWhatFinalWordsNeed() {
        var shown = 0;
        while (take(one, TWENTY, 15).isEmpty()) {
            shown++;
        }
        assertEquals(5, shown);
        for (int i = 0; i < 15; i++) {
            assertEquals(Optional.empty(), take(other, TWENTY, 0));
        }
        assertTrue(take(other, TWENTY, 0).isPresent());
    }

    private Optional<Duration> take(Pace process, Pace.Rate rate, int reserve) {
        return in(() -> process.take(workspace, "chat.update", rate, reserve));
    }

    /// The container would open one: these were made by hand.
    private static <T> T in(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
