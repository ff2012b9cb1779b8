package dev.cowork.panel;

import static dev.cowork.panel.Spoken.position;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.Desk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// By hand, on a machine that has nothing else to do: how close together the requests of a panel leave, and how much
/// longer it takes than its slowest member, in ten panels one after the other. The first two warm up and do not count.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class PanelSpeedRun {
    private static final int WARM_UP = 2;
    private static final int COUNTED = 10;

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @Test
    void threeLeaveTogetherAndTheSlowestIsWaitedForAndNoLonger() {
        claude.forget();
        claude.answersTo(_ -> true, _ -> Said.message(text("Let's look at it.")));
        claude.answersTo(
                "You are: Policy.", position("Short.", "answer_now", "credit").said());
        claude.answersTo(
                "You are: Technical.",
                position("Middling. ".repeat(20), "no_view", "no_view").said());
        claude.answersTo(
                "You are: Response.",
                position("Long. ".repeat(80), "check_first", "credit").said());
        var desk = Desk.open(application);
        var spreads = new ArrayList<Double>();
        var longer = new ArrayList<Double>();
        for (var run = 0; run < WARM_UP + COUNTED; run++) {
            claude.takesBetweenEvents(Duration.ZERO);
            var thread = desk.ana().cowork("Panel number " + run + ": the scooter stops on hills.");
            thread.shows("Let's look at it.");
            claude.takesBetweenEvents(Duration.ofMillis(80));
            var before = claude.timings().size();
            desk.ana().presses(thread.card(), "Call the specialists");
            thread.sees("what to decide", post -> post.has("Go with Policy"));
            var seen = System.nanoTime();
            var served = claude.timings().subList(before, claude.timings().size());
            assertEquals(3, served.size());
            var first =
                    served.stream().mapToLong(StandInClaude.Served::came).min().orElseThrow();
            var last =
                    served.stream().mapToLong(StandInClaude.Served::came).max().orElseThrow();
            var slowest =
                    served.stream().mapToLong(it -> it.went() - it.came()).max().orElseThrow();
            if (run >= WARM_UP) {
                spreads.add((last - first) / 1e6);
                longer.add(100.0 * (seen - first - slowest) / slowest);
            }
            System.out.printf(
                    "panel %d: requests within %.1f ms, slowest member %.0f ms, card seen after %.0f ms%n",
                    run, (last - first) / 1e6, slowest / 1e6, (seen - first) / 1e6);
        }
        System.out.printf("requests within %s ms, longer than the slowest by %s %%%n", spreads, longer);
        assertTrue(most(spreads) <= 50, spreads.toString());
        assertTrue(most(longer) <= 10, longer.toString());
    }

    private static double most(List<Double> all) {
        return all.stream().mapToDouble(it -> it).max().orElseThrow();
    }
}
