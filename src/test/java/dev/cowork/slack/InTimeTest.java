package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class InTimeTest {
    @Test
    void givesBackWhatTheWorkCameTo() throws Exception {
        assertEquals("done", InTime.within(Duration.ofSeconds(5), () -> "done").get());
    }

    @Test
    void failsAsTheWorkDid() {
        var why = new UnreadableException("this is nothing");

        assertSame(
                why,
                assertThrows(
                                ExecutionException.class,
                                () -> InTime.within(Duration.ofSeconds(5), () -> {
                                            throw why;
                                        })
                                        .get())
                        .getCause());
    }

    @Test
    void nobodyWaitsLongerThanTheBudgetAndTheWorkKnowsIt() throws Exception {
        var begun = System.nanoTime();
        var late = new CountDownLatch(1);
        var wasTooLate = new CompletableFuture<Boolean>();

        assertIsLate(InTime.within(Duration.ofMillis(200), () -> {
            assertFalse(InTime.isTooLate());
            try {
                late.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            wasTooLate.complete(InTime.isTooLate());
            return true;
        }));

        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofMillis(200)) >= 0 && took.compareTo(Duration.ofSeconds(2)) < 0, "" + took);
        late.countDown();
        assertTrue(wasTooLate.get());
    }

    /// Whoever looks at the time goes home when nobody waits: the next one is looked after all the same.
    @Test
    void aLaterOneIsLookedAfterToo() throws Exception {
        for (var i = 0; i < 3; i++) {
            InTime.within(Duration.ofSeconds(1), () -> "done").get();
            Thread.sleep(120);
            assertIsLate(InTime.within(Duration.ofMillis(60), new CompletableFuture<>()));
        }
    }

    private static void assertIsLate(CompletableFuture<?> work) {
        var why = assertThrows(ExecutionException.class, () -> work.get(10, TimeUnit.SECONDS));
        assertTrue(why.getCause() instanceof TimeoutException, why.toString());
    }
}
