package dev.cowork.workspace.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Watch<String> watch = new Watch<>("test", Duration.ofMillis(5), seen::add);

    @Test
    void whatIsWatchedIsLookedAtAgainAndAgainUntilItLeaves() throws InterruptedException {
        watch.over("one");
        awaitSeen("one", 3);

        watch.leave("one");
        Thread.sleep(50);
        var looks = seen.size();
        Thread.sleep(50);
        assertEquals(looks, seen.size());
    }

    /// Whoever looks goes home when nothing is there.
    @Test
    void aLaterOneIsLookedAtToo() throws InterruptedException {
        for (var each : List.of("one", "two", "three")) {
            watch.over(each);
            awaitSeen(each, 1);
            watch.leave(each);
            Thread.sleep(30);
        }
    }

    private void awaitSeen(String what, int times) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (seen.stream().filter(what::equals).count() < times) {
            assertTrue(System.nanoTime() < end, what + " is not looked at: " + seen);
            Thread.sleep(5);
        }
    }
}
