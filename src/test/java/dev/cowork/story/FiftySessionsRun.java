package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Fifty sessions of one workspace that answer at once, against Slack's limits: every answer arrives, in order, and
/// Slack says no more than once a minute that it is too much. Takes minutes, because the limits do; by hand, at
/// Slack's own pace: `./mvnw test -Dtest=FiftySessionsRun -Dsurefire.failIfNoSpecifiedTests=false
/// -DargLine=-Dcowork.slack.limits-times=1`.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class FiftySessionsRun {
    private static final int SESSIONS = 50;
    private static final int CHANNELS = 10;
    private static final int ANSWERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TestHTTPResource("/")
    URI application;

    private StandInClaude claude;

    @Test
    void everyAnswerArrivesInOrderWithHardlyA429() {
        claude.forget();
        claude.answersTo(_ -> true, request -> answer(StandInClaude.lastWords(request)));
        var desk = Desk.open(application);
        var ana = desk.ana();
        for (var at = 0; at < CHANNELS; at++) {
            desk.slack().channel("CFIFTY" + at, Map.of("name", "fifty-" + at));
        }
        var threads = IntStream.range(0, SESSIONS)
                .mapToObj(at -> {
                    ana.types("/cowork Case " + at + ": the parcel is late", channel(at));
                    var card = ana.sees(
                            channel(at),
                            "card " + at,
                            post -> post.says("Case " + at + ":") && post.has("Close session"));
                    var thread = new CaseThread(ana, card);
                    thread.shows("Answer to Case " + at + ":");
                    return thread;
                })
                .toList();
        claude.takesBetweenEvents(Duration.ofMillis(80));
        claude.speaksInPiecesOf(40);
        desk.slack().limits(Map.of("enabled", true));
        var before = desk.slack().lastCall();
        var begun = System.nanoTime();

        for (var round = 1; round <= ANSWERS; round++) {
            for (var at = 0; at < SESSIONS; at++) {
                threads.get(at).says("Round " + round + " of case " + at + ", please.");
            }
            var now = round;
            Eventually.is(
                    "all answers of round " + now,
                    PATIENCE,
                    () -> IntStream.range(0, SESSIONS).allMatch(at -> hasAnswer(threads.get(at), now, at)),
                    () -> IntStream.range(0, SESSIONS)
                            .filter(at -> !hasAnswer(threads.get(at), now, at))
                            .boxed()
                            .toList());
        }

        var seconds = (System.nanoTime() - begun) / 1e9;
        desk.slack().limits(Map.of("enabled", false));
        var limited = desk.slack().calls(before).stream()
                .filter(call -> call.path("status").asInt() == 429)
                .toList();
        var perMinute = new TreeMap<Long, List<String>>();
        limited.forEach(call -> perMinute
                .computeIfAbsent(call.path("at").asLong() / 60_000, _ -> new ArrayList<>())
                .add(call.path("method").asText() + " "
                        + call.path("args").path("channel").asText()));
        System.getLogger("fifty sessions")
                .log(
                        System.Logger.Level.INFO,
                        "%d answers in %.0f s, %d times 429: %s"
                                .formatted(SESSIONS * ANSWERS, seconds, limited.size(), perMinute));
        for (var at = 0; at < SESSIONS; at++) {
            assertEquals(IntStream.rangeClosed(1, ANSWERS).boxed().toList(), order(threads.get(at), at), "case " + at);
        }
        perMinute.forEach((minute, calls) -> assertTrue(calls.size() <= 1, minute + ": " + calls));
    }

    private static String channel(int at) {
        return "CFIFTY" + at % CHANNELS;
    }

    private static boolean hasAnswer(CaseThread thread, int round, int at) {
        return thread.posts().stream()
                .anyMatch(post -> post.says("Answer to Round " + round + " of case " + at + ",")
                        && post.says("The end.")
                        && !post.isLive());
    }

    private static List<Integer> order(CaseThread thread, int at) {
        return thread.posts().stream()
                .flatMap(post -> IntStream.rangeClosed(1, ANSWERS)
                        .filter(round -> post.says("Answer to Round " + round + " of case " + at + ","))
                        .boxed())
                .collect(Collectors.toList());
    }

    private static Said answer(String words) {
        var last = words.strip().lines().reduce((_, line) -> line).orElse("");
        var asked =
                last.contains("Case ") ? last.substring(last.indexOf("Case ")).split(":")[0] + ":" : last;
        return Said.message(text("Answer to " + asked + " "
                + "This is one of the sentences of a long answer. ".repeat(20) + "The end."));
    }
}
