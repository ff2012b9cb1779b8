package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
class SharedClockTest {
    @Inject
    DataSource source;

    @ParameterizedTest
    @ValueSource(longs = {-600, 600})
    void aMachineTenMinutesOffGoesByTheDatabasesTime(long seconds) {
        var clock = new SharedClock(source, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds)));

        clock.ask();

        var apart = new Database(source)
                .one(
                        "select abs(extract(epoch from clock_timestamp() - ?::timestamptz))",
                        clock.instant().toString());
        assertTrue(Double.parseDouble(apart) < 5, apart);
    }

    /// A clock that is nearly right would be made to jump by every slow answer.
    @Test
    void aMachineNearlyInStepIsLeftAlone() {
        var machine = InstantSource.fixed(Instant.now().plusMillis(200));
        var clock = new SharedClock(source, machine);

        clock.ask();

        assertEquals(machine.instant(), clock.instant());
    }

    @Test
    void whatWasKnownStaysTrueWhileTheDatabaseIsAway() {
        var nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/nobody");
        var machine = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        var clock = new SharedClock(nobody, machine);

        clock.ask();

        assertEquals(machine.instant(), clock.instant());
    }
}
