package dev.cowork.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class IdsTest {
    private final Ids ids = new Ids(InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000)));

    @Test
    void countsOnWhereTheClockStandsStill() {
        assertEquals("1700000000.000000", ids.timestamp());
        assertEquals("1700000000.000001", ids.timestamp());
    }

    @Test
    void neverGoesBackBehindWhatWasThereBefore() {
        ids.seen("1800000000.000009");

        assertEquals("1800000000.000010", ids.timestamp());
    }

    @Test
    void makesIdsAsSlackDoes() {
        assertTrue(ids.next("V").matches("V[A-Z0-9]{10}"));
    }
}
