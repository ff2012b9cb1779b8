package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RightOfWayTest {
    private static final int CROWD = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

    @Inject
    Crowd crowd;

    private RightOfWay way;
    private final Thread busy = Thread.ofPlatform().daemon().unstarted(this::comeAndGo);

    /// A crowd that is still there a second later, so that nobody who is kept waiting themselves takes it for gone.
    @BeforeEach
    void nobodyIsThere() {
        Eventually.is("it is quiet", () -> !crowd.isAnywhere());
        way = new RightOfWay(crowd, Duration.ofSeconds(1));
    }

    /// Everybody else in this process would give way to it.
    @AfterEach
    void nobodyStays() throws InterruptedException {
        busy.interrupt();
        busy.join();
    }

    @Test
    void nobodyGivesWayToTheFewThatAreStoredAsTheyCome() throws InterruptedException {
        for (var i = 0; i < 1_000; i++) {
            way.arrives();
            way.leaves();
        }

        assertTrue(goesOn().await(1, TimeUnit.SECONDS));
    }

    @Test
    void workWaitsWhileManyWaitForTheirAnswersAndGoesOnAfterwards() throws InterruptedException {
        manyCome();
        var goes = goesOn();

        assertFalse(goes.await(500, TimeUnit.MILLISECONDS));

        nobodyStays();
        assertTrue(goes.await(10, TimeUnit.SECONDS));
    }

    @Test
    void workGoesOnAfterTwoSecondsHoweverManyCome() throws InterruptedException {
        manyCome();

        assertTrue(goesOn().await(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS));
    }

    @Test
    void whoeverHasWaitedGoesOnWithAFewAndNotWithAll() throws InterruptedException {
        manyCome();
        Eventually.is("there is a crowd", crowd::isAnywhere);
        var all = 200 * Runtime.getRuntime().availableProcessors();
        var gone = new AtomicInteger();
        for (var i = 0; i < all; i++) {
            Thread.ofVirtual().start(() -> {
                way.give();
                gone.incrementAndGet();
            });
        }

        Eventually.is("some go on", () -> gone.get() > 2);
        Thread.sleep(500);
        assertTrue(gone.get() < all / 2, gone + " went on within half a second of " + all);

        nobodyStays();
        Eventually.is("all go on when the crowd has gone", () -> gone.get() == all);
    }

    @Test
    void workWaitsWhileManyComeInAtAnotherProcess() throws InterruptedException {
        manyCome();
        Eventually.is("the other process hears of it", crowd::isAnywhere);
        var gone = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            new RightOfWay(crowd).giveToOthers();
            gone.countDown();
        });

        assertFalse(gone.await(300, TimeUnit.MILLISECONDS));

        nobodyStays();
        assertTrue(gone.await(10, TimeUnit.SECONDS));
    }

    /// And stay, until [#nobodyStays].
    private void manyCome() {
        for (var i = 0; i < CROWD; i++) {
            way.arrives();
        }
        busy.start();
    }

    private void comeAndGo() {
        while (!Thread.currentThread().isInterrupted()) {
            way.arrives();
            way.leaves();
            Thread.yield();
        }
    }

    private CountDownLatch goesOn() {
        var gone = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            way.give();
            gone.countDown();
        });
        return gone;
    }
}
