package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Pins that the minutes of a session are those in which somebody was at it.
class WorkedTimeTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aNightBetweenTwoSentencesIsNoWork() {
        assertEquals(1 + 5 + 1, worked(24 * 60 + 1, 1, 24 * 60));
    }

    @Test
    void aBusyTalkCountsWhole() {
        assertEquals(12, worked(12, 2, 5, 7, 11));
    }

    @Test
    void anythingOpenedTookAMinute() {
        assertEquals(1, worked(0));
    }

    @Test
    void whatHappenedBeforeOrAfterDoesNotCount() {
        assertEquals(3, worked(3, -60, 1, 90));
    }

    private static long worked(long closedAfter, long... minutes) {
        var moments = LongStream.of(minutes)
                .mapToObj(after -> NINE.plusSeconds(after * 60))
                .toList();
        return WorkedTime.minutes(NINE, List.copyOf(moments), NINE.plusSeconds(closedAfter * 60));
    }
}
