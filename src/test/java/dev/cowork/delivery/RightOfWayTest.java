package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RightOfWayTest {
    private static final int CROWD = 8;
    private final RightOfWay way = new RightOfWay();

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
        for (var i = 0; i < CROWD; i++) {
            way.arrives();
        }
        var busy = Thread.ofVirtual().start(this::comeAndGo);
        var goes = goesOn();

        assertFalse(goes.await(500, TimeUnit.MILLISECONDS));

        busy.interrupt();
        busy.join();
        assertTrue(goes.await(1, TimeUnit.SECONDS));
    }

    @Test
    void workGoesOnAfterTwoSecondsHoweverManyCome() throws InterruptedException {
        for (var i = 0; i < CROWD; i++) {
            way.arrives();
        }
        var busy = Thread.ofVirtual().start(this::comeAndGo);

        assertTrue(goesOn().await(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS));

        busy.interrupt();
        busy.join();
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
