package dev.cowork.outside;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.chaos.Wire;
import dev.cowork.launch.DebianPostgres;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.story.Needed;
import dev.cowork.story.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two processes share one database, and the line of one of them can be cut. Twenty people press at once: one decides,
/// and everybody else is told what is true.
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoReplicasStory {
    private static final int PRESSES = 200;
    private static final int MOST_TRIES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> BOSSES =
            IntStream.range(0, 20).mapToObj("U0BOSS%03d"::formatted).toList();

    @TempDir
    static Path home;

    private final StandInClaude claude = new StandInClaude();
    private final PlainSlack slack = new PlainSlack();
    private final List<Program> replicas = new ArrayList<>();
    private DebianPostgres postgres;
    private final AtomicInteger pressedAgain = new AtomicInteger();
    private Wire wire;
    private Database database;

    @BeforeAll
    void start() throws Exception {
        Needed.program();
        var found = DebianPostgres.start(home);
        if (found.isEmpty()) {
            Needed.isMissing("no PostgreSQL is installed: apt-get install postgresql");
        }
        postgres = found.orElseThrow();
        postgres.run("createdb", "--maintenance-db=" + postgres.url("postgres"), "bots");
        database = Database.at(postgres.jdbcUrl("bots"), "cowork", "");
        wire = new Wire(postgres.port());
        var starting = List.of(
                started("one", postgres.jdbcUrl("bots")), started("two", postgres.jdbcUrl("bots", wire.port())));
        for (var one : starting) {
            replicas.add(one.get());
        }
    }

    @AfterAll
    void stop() throws IOException {
        replicas.forEach(Program::kill);
        if (wire != null) {
            wire.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        slack.close();
        claude.close();
    }

    @Test
    void twoHundredPressesByTwentyPeopleAreOneDecisionAndTheTruth() throws Exception {
        var proposal = proposal();
        var presses = presses(proposal);
        var together = new CyclicBarrier(20);
        try (var people = Executors.newFixedThreadPool(20)) {
            var all = IntStream.range(0, 20)
                    .<Callable<Void>>mapToObj(boss -> () -> {
                        together.await();
                        for (var number = boss; number < PRESSES; number += 20) {
                            patiently(presses.get(number));
                        }
                        return null;
                    })
                    .toList();
            for (var one : people.invokeAll(all)) {
                one.get();
            }
        }

        Eventually.is(
                "everybody is answered", PATIENCE, () -> answers("") >= PRESSES - 1 && isQuiet(), () -> answers(""));
        assertEquals(1, database.count("select count(*) from proposal_decision"));
        var verdict = database.one("select verdict from proposal_decision");
        var winner = database.one("select decided_by from proposal_decision");
        var truth =
                (verdict.equals("DECLINED") ? "Already declined by " : "Already approved by ") + "<@" + winner + ">";
        // What could not be stored in time may have been stored all the same.
        var answered = answers("");
        assertTrue(answered <= PRESSES - 1 + pressedAgain.get(), answered + " answers");
        assertEquals(answered, answers(truth), truth);
        assertEquals(answered, database.count("select count(*) from audit_entry where deed = 'refused'"));
        var card = new Visitor(door(0), slack, BOSSES.getFirst())
                .sees("the settled card", message -> isCard(message) && Screen.shows(message, "Settled."));
        assertFalse(Screen.hasButton(card, "Approve") || Screen.hasButton(card, "Decline"), Screen.of(card));
        Eventually.is("they hear it in Slack", PATIENCE, () -> told("Already ") > 50, () -> told(""));
        assertTrue(database.count("select count(*) from audit_entry where deed = ?", verdict) == 1, "audited once");
    }

    @Test
    void whatTheAnswerToCommitWasLostOfIsStoredOnce() throws Exception {
        claude.answersTo(_ -> true, _ -> Said.message(text("What happened?")));
        var agent = new Visitor(door(0), slack, Visitor.AGENT);
        patiently(() -> agent.types("/cowork", "It broke. They paid $150.", "C0SUPPORT"));
        var answer = agent.sees("the answer", message -> Screen.shows(message, "What happened?"));
        theAnswerToACommitIsLost(answer.path("thread_ts").asText());
    }

    /// Every second one approves, every second one sends off `Decline` with a reason; each process gets half of both.
    private List<Callable<String>> presses(ObjectNode proposal) throws Exception {
        var forms = new ArrayList<ObjectNode>();
        for (var boss = 0; boss < BOSSES.size(); boss++) {
            var person = new Visitor(door(boss), slack, BOSSES.get(boss));
            forms.add(person.modal(patiently(() -> person.presses(proposal, "Decline"))));
        }
        return IntStream.range(0, PRESSES)
                .<Callable<String>>mapToObj(number -> () -> {
                    var boss = number % BOSSES.size();
                    var person = new Visitor(door(number / 2), slack, BOSSES.get(boss));
                    if ((number / BOSSES.size() + boss) % 2 == 0) {
                        return person.presses(proposal, "Approve");
                    }
                    var form = forms.get(boss).deepCopy().put("id", "VAGAIN" + number);
                    return person.submits(form, Map.of("Reason, shown to the agent", "It is too much."));
                })
                .toList();
    }

    /// Whom a busy machine cannot take in, Slack tells that it failed, and they press again.
    private <T> T patiently(Callable<T> press) throws Exception {
        for (var tries = 1; ; tries++) {
            try {
                return press.call();
            } catch (AssertionError failed) {
                if (tries == MOST_TRIES || !String.valueOf(failed.getMessage()).contains("answered 503")) {
                    throw failed;
                }
                pressedAgain.incrementAndGet();
                Thread.sleep(200);
            }
        }
    }

    private ObjectNode proposal() throws Exception {
        claude.answersTo(_ -> true, _ -> Said.message(text("Ask for it."), refund("150", "It broke.")));
        var agent = new Visitor(door(0), slack, Visitor.AGENT);
        patiently(() -> agent.types("/cowork", "It broke. They paid $150.", "C0SUPPORT"));
        var suggestion = agent.sees("the suggestion", message -> Screen.hasButton(message, "Send to supervisor"));
        patiently(() -> agent.presses(suggestion, "Send to supervisor"));
        return agent.sees("the proposal", message -> isCard(message) && Screen.hasButton(message, "Approve"));
    }

    private static boolean isCard(ObjectNode message) {
        return message.path("channel").asText().equals("C0APPROVE") && Screen.shows(message, "150.00");
    }

    private URI door(int number) {
        return replicas.get(number % replicas.size()).address().resolve("slack/events");
    }

    private boolean isQuiet() {
        return database.count("select count(*) from inbox where state = 'WAITING'") == 0;
    }

    /// What was put to be said to one person alone.
    private long answers(String words) {
        return database.all("select body from outbox where key like 'proposal/told/%'").stream()
                .map(body -> body.replace("\\u003c", "<").replace("\\u003e", ">"))
                .filter(body -> body.contains(words))
                .count();
    }

    private long told(String words) {
        return slack.whispers().stream()
                .filter(whisper -> whisper.path("text").asText().contains(words))
                .count();
    }

    /// Slack hears nothing and sends it again; the key has kept it from being stored twice.
    private void theAnswerToACommitIsLost(String thread) throws Exception {
        claude.answersTo("wire", Said.message(text("That about the wire comes once.")));
        var agent = new Visitor(door(1), slack, Visitor.AGENT);
        var said = agent.saying("C0SUPPORT", thread, "And what about the wire?");
        wire.losesTheAnswerToCommitOf(said.path("event_id").asText());

        assertThrows(AssertionError.class, () -> agent.tells(said), "nobody knows whether it was stored");
        assertTrue(wire.hasLostIt());
        patiently(() -> agent.tells(said));

        agent.sees("the answer", message -> Screen.shows(message, "That about the wire comes once."));
        assertEquals(
                "1 1",
                database.one(
                        "select count(*) || ' ' || sum(duplicates) from inbox where body like '%what about the wire%'"));
    }

    private CompletableFuture<Program> started(String name, String url) {
        var environment = new HashMap<>(slack.environment());
        environment.putAll(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                "cowork",
                "QUARKUS_DATASOURCE_PASSWORD",
                "none",
                "ANTHROPIC_API_KEY",
                "sk-standin",
                "ANTHROPIC_BASE_URL",
                claude.url(),
                "COWORK_SUPERVISORS",
                String.join(",", BOSSES)));
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Program.start(Files.createDirectory(home.resolve(name)), Program.freePort(), environment);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
