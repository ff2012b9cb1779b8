package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.launch.DebianPostgres;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does to the running program, with real processes on one PostgreSQL: a second process comes, the
/// first is told to stop while Claude is writing, and the database is backed up and restored elsewhere.
@Tag("process")
class ReplacingStory {
    private static final Duration MOST = Duration.ofSeconds(13);
    private static final String LONG = "This is a long answer, word after word, and none of them may be lost. "
            .repeat(70)
            .strip();

    @TempDir
    Path home;

    private final StandInClaude claude = new StandInClaude();
    private final List<Program> programs = new ArrayList<>();
    private DebianPostgres postgres;
    private Gateway gateway;
    private Program slack;

    @BeforeEach
    void start() throws IOException {
        Needed.program();
        var found = DebianPostgres.start(home);
        if (found.isEmpty()) {
            Needed.isMissing("no PostgreSQL with pg_dump is installed: apt-get install postgresql");
        }
        postgres = found.orElseThrow();
        for (var database : List.of("slack", "bots", "restored")) {
            postgres.run("createdb", "--maintenance-db=" + postgres.url("postgres"), database);
        }
        gateway = new Gateway();
        slack = program("slack", Map.of("COWORK_PLAYGROUND_EVENTS_URL", gateway.url()));
    }

    @AfterEach
    void stop() {
        programs.forEach(Program::kill);
        if (gateway != null) {
            gateway.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        claude.close();
    }

    @Test
    void aNewProcessTakesOverFromTheOldOneAndABackUpGoesOnElsewhere() throws IOException {
        var old = bot("bots");
        var desk = Desk.open(slack.address());
        claude.answersTo("lost somewhere", Said.message(text("Tell me more.")));
        claude.answersTo(words -> words.contains("and now number"), _ -> Said.message(text("It is worth tracing.")));
        claude.answersTo("at length", Said.message(text(LONG)));
        var threads = IntStream.range(0, 3)
                .mapToObj(i -> desk.ana().cowork("Parcel " + i + " is lost somewhere."))
                .toList();
        threads.forEach(thread -> thread.shows("Tell me more."));
        var thread = threads.getFirst();
        claude.takesBetweenEvents(Duration.ofMillis(250));
        thread.says("Explain it at length.");
        thread.sees("the beginning of the long answer", post -> post.isLive() && post.says("This is a long answer"));

        var replacement = bot("bots");
        claude.takesBetweenEvents(Duration.ZERO);
        threads.subList(1, 3).forEach(each -> each.says("Claude, and now number one?"));
        assertStopsInTime(old);

        assertEquals(LONG, thread.shows(LONG).markdown());
        assertEquals(1, count(thread, "This is a long answer"));
        threads.subList(1, 3).forEach(each -> each.shows("It is worth tracing."));
        assertNothingIsLeft("bots");

        assertStopsInTime(replacement);
        backUpAndRestore();
        bot("restored");

        thread.says("Claude, and now number three?");
        thread.shows("It is worth tracing.");
        assertEquals(1, count(thread, "This is a long answer"));
        assertNothingIsLeft("restored");
    }

    private void backUpAndRestore() throws IOException {
        var dump = Files.createDirectories(postgres.exchange()).resolve("cowork.dump");
        postgres.run("pg_dump", "--format=custom", "--file=" + dump, "--dbname=" + postgres.url("bots"));
        postgres.run(
                "pg_restore", "--exit-on-error", "--no-owner", "--dbname=" + postgres.url("restored"), dump.toString());
        var before = database("bots");
        var after = database("restored");
        for (var table : before.all("select tablename from pg_tables where schemaname = 'public' order by 1")) {
            var content =
                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '\n' order by t::text)), '') from "
                            + table + " t";
            assertEquals(before.one(content), after.one(content), table);
        }
        for (var made : List.of("pg_trigger where not tgisinternal", "pg_constraint", "pg_indexes")) {
            var count = "select count(*) from " + made;
            assertEquals(before.one(count), after.one(count), made);
        }
    }

    private void assertNothingIsLeft(String name) {
        var database = database(name);
        Eventually.is(
                "nothing waits",
                () -> database.count("select count(*) from inbox where state = 'WAITING'")
                                + database.count("select count(*) from outbox where state not in ('SENT', 'DEAD')")
                        == 0);
        assertEquals(0, database.count("select count(*) from inbox where state = 'DEAD'"));
        assertEquals(0, database.count("select count(*) from outbox where state = 'DEAD' or resent > 0"));
    }

    private static long count(CaseThread thread, String words) {
        return thread.posts().stream().filter(post -> post.says(words)).count();
    }

    private void assertStopsInTime(Program bot) {
        var begun = System.nanoTime();
        bot.stop();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        gateway.remove(bot.address());
        assertTrue(took.compareTo(MOST) < 0, "it took " + took + " to stop");
    }

    private Program bot(String database) throws IOException {
        var bot = program(
                database,
                Map.of(
                        "SLACK_API_URL",
                        slack.address().resolve("playground/api/").toString(),
                        // Shorter than in earnest, so that the answer is handed over and not waited for.
                        "COWORK_DELIVERY_STOP_WITHIN",
                        "3s",
                        "ANTHROPIC_API_KEY",
                        "sk-standin",
                        "ANTHROPIC_BASE_URL",
                        claude.url()));
        gateway.add(bot.address());
        return bot;
    }

    private Program program(String database, Map<String, String> more) throws IOException {
        var environment = new HashMap<>(more);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "cowork");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "none");
        var directory = Files.createDirectory(home.resolve("process" + programs.size()));
        var program = Program.start(directory, Program.freePort(), environment);
        programs.add(program);
        return program;
    }

    private Database database(String name) {
        return Database.at(postgres.jdbcUrl(name), "cowork", "");
    }
}
