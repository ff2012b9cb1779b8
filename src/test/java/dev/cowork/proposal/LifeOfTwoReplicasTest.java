package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.AnotherApplication;
import dev.cowork.Database;
import dev.cowork.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The life of proposals on two replicas at once. Played again by `-Dcowork.life.seed=… -Dcowork.life.of-two=1`.
@QuarkusTest
@TestProfile(AnotherApplication.class)
class LifeOfTwoReplicasTest {
    private final long seed = Long.getLong("cowork.life.seed", System.nanoTime());
    private final int histories = Integer.getInteger("cowork.life.of-two", 24);

    @Inject
    LifeRoom room;

    /// The application's own look at deadlines would be a third replica, with other settings and another clock.
    @BeforeEach
    void restTheApplication() {
        var tables = new Database(room.database());
        Eventually.is(
                "the application rests",
                () -> tables.change("update scheduled_tasks set execution_time = now() + interval '1 hour'"
                                + " where task_name = 'proposal-deadlines' and not picked")
                        == 1);
    }

    @AfterEach
    void wakeTheApplication() {
        var tables = new Database(room.database());
        tables.change("delete from scheduled_tasks where task_instance like '%TLIFE%' and not picked");
        tables.change("delete from outbox where workspace like 'TLIFE%'");
        tables.change("update scheduled_tasks set execution_time = now() where task_name = 'proposal-deadlines'");
    }

    @Test
    void whatHappensAtOnceComesOutAsIfOneHadBeenFirst() {
        System.out.println("proposals: " + histories + " histories of two replicas from seed " + seed);
        var atOnce = 0;
        var turned = 0;
        var died = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var number = 0; number < histories; number++) {
                var ownSeed = seed + number;
                var lives = new TwoLives(room, threads, ownSeed);
                try {
                    lives.play(Deed.forTwo(ownSeed));
                } catch (Exception | AssertionError broken) {
                    throw new AssertionError(
                            "-Dcowork.life.seed=%d -Dcowork.life.of-two=1: %s".formatted(ownSeed, broken), broken);
                }
                atOnce += lives.atOnce();
                turned += lives.turned();
                died += lives.died();
            }
        }
        System.out.printf(
                "proposals: %d times two things at once, %d times the second was first, %d times one died%n",
                atOnce, turned, died);
        assertTrue(histories < 24 || turned > 0, "nothing ever happened at once");
        assertTrue(histories < 24 || died > 0, "nobody ever died");
    }
}
