package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.launch.OwnPostgres;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import io.quarkus.logging.Log;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person waits for, in a database as old as `make fill` made it and in an empty one beside it, by turns. The
/// workspace that is measured has a history like all others. By `make age`.
@Tag("process")
class AgeRun {
    private static final int ROUNDS = Integer.getInteger("cowork.age.rounds", 21);
    private static final double MOST = 1.5;
    private static final String A_YEAR = "dashboard of a year";
    private static final String HERE = "TPLAY0001";
    private static final YearMonth THIS_MONTH =
            YearMonth.from(InstantSource.system().instant().atOffset(ZoneOffset.UTC));
    private static final YearMonth A_YEAR_AGO = THIS_MONTH.minusMonths(11);

    @TempDir
    Path home;

    private final StandInClaude claude = new StandInClaude();
    private final Map<String, Map<String, List<Double>>> taken = new LinkedHashMap<>();
    private final List<Side> sides = new ArrayList<>();
    private OwnPostgres postgres;

    private record Side(String name, Program program, Database database, Desk desk) {
        /// How long a manager waits for a page, in milliseconds.
        double page(String path) {
            var begun = System.nanoTime();
            var page = RestAssured.given()
                    .cookie("playground-person", "UMIA00001")
                    .get(program.address().resolve(path));
            var millis = (System.nanoTime() - begun) / 1e6;
            assertEquals(200, page.statusCode());
            assertTrue(page.body().asString().contains("</html>"), "the page is whole");
            return millis;
        }
    }

    @BeforeEach
    void start() throws IOException {
        Needed.program();
        postgres = OwnPostgres.start(
                Path.of(System.getProperty("cowork.age.postgres", "target/bench/postgres")),
                Map.of("shared_buffers", "1GB"));
        for (var name : List.of("empty", "filled")) {
            postgres.ensureDatabase(name);
            sides.add(side(name));
        }
        claude.answersTo("wrong item", Said.message(text("This needs your supervisor."), refund("150.00", "Late.")));
        claude.answersTo("Approved", Said.message(text("Tell them today.")));
    }

    private Side side(String name) throws IOException {
        var database = Database.at(postgres.jdbcUrl(name), postgres.user(), postgres.password());
        giveHistory(database);
        var program = Program.start(
                Files.createDirectory(home.resolve(name)),
                Program.freePort(),
                Map.of(
                        // What was filled is old, and is not to go meanwhile.
                        "COWORK_RETENTION_DAYS", "3650",
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(name),
                        "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                        "ANTHROPIC_API_KEY", "sk-standin",
                        "ANTHROPIC_BASE_URL", claude.url()));
        return new Side(name, program, database, Desk.open(program.address()));
    }

    /// One of those that were filled becomes the playground's.
    private static void giveHistory(Database database) {
        var all = "select c.table_name from information_schema.columns c join information_schema.tables t"
                + " using (table_schema, table_name) where c.table_schema = 'public' and c.column_name = 'workspace'"
                + " and t.table_type = 'BASE TABLE'";
        for (var table : database.all(all)) {
            database.change("do $$ begin set local session_replication_role = replica; update " + table
                    + " set workspace = '" + HERE + "' where workspace = 'TF0000'; end $$");
        }
    }

    @AfterEach
    void stop() {
        sides.forEach(side -> side.program().kill());
        if (postgres != null) {
            postgres.close();
        }
        claude.close();
    }

    @Test
    void whatAPersonWaitsForDoesNotGrowWithTheYears() {
        for (var round = -5; round <= ROUNDS; round++) {
            for (var side : sides) {
                round(side, round);
            }
        }
        var slower = new ArrayList<String>();
        taken.forEach((what, of) -> {
            var empty = median(of.get("empty"));
            var filled = median(of.get("filled"));
            Log.infof(
                    "%s: %.1f ms in the empty database, %.1f ms in the filled one, %.2f times",
                    what, empty, filled, filled / empty);
            // A year of an empty database draws nothing, of a filled one what the year had: told, and not held.
            if (filled > MOST * empty && !what.equals(A_YEAR)) {
                slower.add(what);
            }
        });
        assertTrue(slower.isEmpty(), slower + " took more than " + MOST + " times as long");
    }

    private void round(Side side, int round) {
        var ana = side.desk().ana();
        var sam = side.desk().sam();

        var mark = Mark.of(side);
        var thread = ana.cowork("wrong item, case " + round);
        keep(round, "slash to first post", side, mark.firstPost());
        thread.offers("Send to supervisor");

        var words = "Round " + round + " in the " + side.name() + " one.";
        claude.answersTo(words, Said.message(text("Answer to " + words)));
        var said = System.nanoTime();
        thread.says(words);
        thread.shows("Answer to " + words);
        keep(round, "reply to Claude's request", side, (claude.arrivedAt() - said) / 1e6);

        thread.presses("Send to supervisor");
        var card = sam.sees(Desk.APPROVALS, "a proposal", post -> post.has("Approve"));
        mark = Mark.of(side);
        sam.presses(card, "Approve");
        sam.sees(Desk.APPROVALS, "it settled", post -> post.ts().equals(card.ts()) && post.says("Approved"));
        keep(round, "deciding", side, mark.firstPost());
        thread.shows("Tell them today.");

        mark = Mark.of(side);
        ana.opensHome();
        keep(round, "App Home", side, mark.firstPost());

        keep(round, "dashboard", side, side.page("dashboard"));
        keep(round, A_YEAR, side, side.page("dashboard?from=" + A_YEAR_AGO + "&to=" + THIS_MONTH));
    }

    /// Nothing of the first rounds: compilers take their time.
    private void keep(int round, String what, Side side, double millis) {
        if (round > 0) {
            taken.computeIfAbsent(what, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(side.name(), _ -> new ArrayList<>())
                    .add(millis);
        }
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    /// A moment before somebody does something.
    private record Mark(Database database, long in, long out) {
        static Mark of(Side side) {
            return new Mark(
                    side.database(),
                    side.database().count("select coalesce(max(id), 0) from inbox"),
                    side.database().count("select coalesce(max(id), 0) from outbox"));
        }

        /// From when the next thing came in to when the next one had gone out, in milliseconds.
        double firstPost() {
            var taken = new AtomicReference<String>();
            Eventually.is("it has gone out", () -> {
                taken.set(database.one(
                        "select extract(epoch from (select min(ended_at) from outbox where id > ? and state = 'SENT')"
                                + " - (select received_at from inbox where id > ? order by id limit 1)) * 1000",
                        out,
                        in));
                return taken.get() != null;
            });
            return Double.parseDouble(taken.get());
        }
    }
}
