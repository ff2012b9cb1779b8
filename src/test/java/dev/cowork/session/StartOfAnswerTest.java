package dev.cowork.session;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// From the commit of what somebody said to the request that reaches Claude. The goal is 30 ms at the median with the
/// machine to itself; held here with room for a busy one.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class StartOfAnswerTest {
    private static final WorkspaceId HERE = new WorkspaceId("TPLAY0001");
    private static final int ROUNDS = Integer.getInteger("cowork.start.rounds", 11);
    private static final Duration MOST = Duration.ofMillis(Integer.getInteger("cowork.start.most", 400));

    private StandInClaude claude;
    private final Sessions sessions;
    private final RecordingWords recording;
    private final Database database;

    StartOfAnswerTest(Sessions sessions, RecordingWords recording, DataSource source) {
        this.sessions = sessions;
        this.recording = recording;
        this.database = new Database(source);
    }

    @Test
    void claudeIsAskedWithinMillisecondsOfTheCommit() throws Exception {
        claude.forget();
        claude.answersTo("how soon", Said.message(text("Soon.")));
        var it = Case.opened("how soon is an answer begun");
        it.shows("Soon.");
        var id = UUID.fromString(database.one("select id::text from session where thread_ts = ?", it.ts()));

        var taken = new ArrayList<Long>();
        for (var round = 1; round <= ROUNDS; round++) {
            taken.add(begin(id, "Round " + round + "."));
            var asked = round;
            it.shows("Answer to Round " + asked + ".");
        }

        taken.sort(null);
        var median = taken.get(ROUNDS / 2);
        System.getLogger("start of an answer")
                .log(
                        System.Logger.Level.INFO,
                        "from commit to request: median %.1f ms, best %.1f ms, worst %.1f ms"
                                .formatted(median / 1e6, taken.getFirst() / 1e6, taken.getLast() / 1e6));
        assertTrue(median < MOST.toNanos(), median / 1_000_000 + " ms at the median");
    }

    private long begin(UUID session, String words) throws Exception {
        var asked = new CompletableFuture<Long>();
        claude.answersTo(said -> said.contains(words), _ -> {
            asked.complete(claude.arrivedAt());
            return Said.message(text("Answer to " + words));
        });
        QuarkusTransaction.requiringNew()
                .run(() -> recording.record(
                        sessions.locked(HERE, session).orElseThrow(),
                        Utterance.Kind.INSTRUCTION,
                        new MemberId("UANA00001"),
                        words));
        var committed = System.nanoTime();
        return Math.max(0, asked.get(30, TimeUnit.SECONDS) - committed);
    }
}
