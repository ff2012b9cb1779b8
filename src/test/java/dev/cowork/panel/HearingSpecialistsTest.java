package dev.cowork.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Eventually;
import dev.cowork.TickingClock;
import dev.cowork.partner.PartnerUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// All think at once, and nobody waits for one who is late.
class HearingSpecialistsTest {
    private static final Seat ONE = new Seat("one", "One");
    private static final Seat TWO = new Seat("two", "Two");
    private static final Seat THREE = new Seat("three", "Three");

    private final TickingClock clock = new TickingClock();
    private final Instant due = clock.instant().plus(Duration.ofSeconds(60));
    private final Map<String, String> heard = new ConcurrentSkipListMap<>();
    private volatile boolean isStopped;

    private void hear(Function<Seat, String> ask) throws InterruptedException {
        new HearingSpecialists().hear(List.of(ONE, TWO, THREE), new HearingSpecialists.Table<String>() {
            @Override
            public String ask(Seat seat) {
                return ask.apply(seat);
            }

            @Override
            public void spoke(Seat seat, String said) {
                heard.put(seat.id(), said);
            }

            @Override
            public void isMissing(Seat seat, String why) {
                heard.put(seat.id(), "missing: " + why);
            }

            @Override
            public boolean isStopped() {
                return isStopped;
            }

            @Override
            public boolean isTimeUp() {
                return !clock.instant().isBefore(due);
            }
        });
    }

    private static String never() {
        try {
            new CountDownLatch(1).await();
            return "";
        } catch (InterruptedException cancelled) {
            throw new IllegalStateException(cancelled);
        }
    }

    @Test
    void nobodyIsDoneBeforeAllHaveBegun() throws InterruptedException {
        var all = new CyclicBarrier(3);

        hear(seat -> {
            try {
                all.await(20, TimeUnit.SECONDS);
                return "said";
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
        });

        assertEquals(Map.of("one", "said", "two", "said", "three", "said"), heard);
    }

    @Test
    void whoHasNotSpokenAfterAMinuteIsMissing() throws InterruptedException {
        hear(seat -> {
            if (seat.equals(TWO)) {
                Eventually.is("the others have spoken", () -> heard.size() == 2);
                clock.tick(Duration.ofSeconds(60));
                return never();
            }
            return "said";
        });

        assertEquals(Map.of("one", "said", "two", "missing: it took too long", "three", "said"), heard);
    }

    @Test
    void whoFailsIsMissingWithTheReason() throws InterruptedException {
        hear(seat -> {
            if (seat.equals(ONE)) {
                throw new PartnerUnavailableException(
                        PartnerUnavailableException.Cause.REFUSED, Optional.empty(), null);
            }
            if (seat.equals(THREE)) {
                throw new IllegalStateException("secret words");
            }
            return "said";
        });

        assertEquals(
                Map.of(
                        "one",
                        "missing: Claude declined",
                        "two",
                        "said",
                        "three",
                        "missing: something broke on our side"),
                heard);
    }

    @Test
    void stoppedNobodyIsHeardAnyMore() throws InterruptedException {
        hear(seat -> {
            if (seat.equals(ONE)) {
                return "said";
            }
            isStopped = true;
            return never();
        });

        assertTrue(heard.keySet().stream().allMatch("one"::equals), heard.toString());
    }
}
