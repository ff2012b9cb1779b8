package dev.cowork.chaos;

import static dev.cowork.standin.Said.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.launch.FallingPostgres;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// So many processes of the packaged bot at one durable PostgreSQL of their own, and agents of several workspaces who
/// talk with it, each in a thread of their own. Nothing has bad days.
final class Crew implements AutoCloseable {
    /// Claude speaks at once and not for long: what takes time is the bot.
    private static final String AND_SO_ON = " And so on, with all that belongs to it.".repeat(5);

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&\"]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final int size;
    private final FallingPostgres postgres;
    private final StandInClaude claude = new StandInClaude();
    private final World world;
    private final SlackServer slack;
    private final List<Bot> bots = new ArrayList<>();
    private final Delivering delivering;
    private final Talks talks;

    /// What came of some seconds.
    ///
    /// @param millis what the answers took, from what was said until the answer stood, the shortest first
    /// @param cost of all of it, what came after these seconds included
    record Outcome(List<Double> millis, Duration length, Cost cost) {
        double perSecond() {
            return millis.size() * 1e9 / length.toNanos();
        }

        double at(int percent) {
            return millis.isEmpty() ? 0 : millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
        }
    }

    /// What turns cost.
    ///
    /// @param bot the processors' time that all processes had together
    /// @param postgres the same of PostgreSQL
    record Cost(int turns, Duration bot, Duration postgres, long transactions) {
        private Cost minus(Cost before) {
            return new Cost(
                    turns - before.turns,
                    bot.minus(before.bot),
                    postgres.minus(before.postgres),
                    transactions - before.transactions);
        }

        double botMillis() {
            return bot.toNanos() / 1e6 / turns;
        }

        double postgresMillis() {
            return postgres.toNanos() / 1e6 / turns;
        }

        double transactionsOfOne() {
            return (double) transactions / turns;
        }
    }

    Crew(Path home, int size) throws IOException {
        this.size = size;
        postgres = new FallingPostgres(Files.createDirectories(home));
        claude.remembersNothing().speaksInPiecesOf(40).answersTo(_ -> true, asked -> Said.message(text(answer(asked))));
        var echo = new ArrayList<Delivering>();
        world = new World(
                People.channels(),
                told -> echo.getFirst()
                        .event(
                                Talks.workspaceOf(told.path("channel").asText()),
                                told,
                                "Echo" + told.path("ts").asText()));
        slack = new SlackServer(world, new Random(1));
        for (var i = 0; i < size; i++) {
            bots.add(new Bot("bot" + i, home, environment()));
        }
        delivering = new Delivering(doors(), Delivering.AS_SLACK_DOES, new Random(1));
        delivering.losesNothing();
        echo.add(delivering);
        talks = new Talks(world, delivering);
    }

    private static String answer(JsonNode asked) {
        var marks = new StringJoiner(" ", "Heard: ", ".");
        Message.MARK.matcher(StandInClaude.lastWords(asked)).results().forEach(it -> marks.add(it.group()));
        return marks + AND_SO_ON;
    }

    private List<URI> doors() {
        return bots.stream().map(Bot::door).toList();
    }

    private Map<String, String> environment() {
        var all = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/cowork",
                "QUARKUS_DATASOURCE_USERNAME",
                postgres.user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                postgres.password(),
                "SLACK_API_URL",
                slack.url(),
                "SLACK_CLIENT_ID",
                "1111.2222",
                "SLACK_CLIENT_SECRET",
                "a-client-secret",
                "SLACK_SIGNING_SECRET",
                Delivering.SECRET,
                "ANTHROPIC_API_KEY",
                "sk-turns",
                "ANTHROPIC_BASE_URL",
                claude.url()));
        all.put("COWORK_ENCRYPTION_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        // Slack's limits are kept, and so wide that it is the bot that takes time. Nor is money short.
        all.put("COWORK_SLACK_LIMITS_TIMES", "1000");
        all.put("COWORK_DAILY_LIMIT", "1000000 USD");
        return all;
    }

    /// One after the other: the first brings the schema up to date.
    ///
    /// @param options of Java's
    void start(String... options) throws IOException {
        for (var bot : bots) {
            bot.start(options);
            ChaosRun.awaitReady(bot);
        }
        for (var workspace : Talks.workspaces()) {
            install(workspace);
        }
    }

    private void install(String workspace) throws IOException {
        var page = get("slack/install", "");
        var state = STATE.matcher(page.body().replace("&amp;", "&"));
        if (!state.find()) {
            throw new AssertionError("no way to install it: " + page.body());
        }
        var cookie = page.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
        var done = get("slack/oauth_redirect?state=" + state.group(1) + "&code=" + workspace, cookie);
        if (done.statusCode() != 200) {
            throw new AssertionError("it was not installed: " + done.body());
        }
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException {
        var request = HttpRequest.newBuilder(doors().getFirst().resolve(path)).header("Cookie", cookie);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Has so many agents open a case each and then talk for so long, each saying the next thing as soon as the
    /// answer to the last one stands; waits until nothing waits any more.
    Outcome talk(int agents, Duration length) {
        var before = cost();
        var opened = IntStream.range(0, agents).mapToObj(_ -> talks.open()).toList();
        each(opened, Talks.Talk::awaitOpening);
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        each(opened, talk -> {
            while (System.nanoTime() < end) {
                talk.sayAndAwait();
            }
        });
        awaitQuiet();
        return new Outcome(talks.takenBetween(begun, end), length, cost().minus(before));
    }

    private static void each(List<Talks.Talk> all, Consumer<Talks.Talk> deed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.stream().map(talk -> threads.submit(() -> deed.accept(talk))).toList();
        }
    }

    private Cost cost() {
        return new Cost(
                talks.told().size(),
                bots.stream().map(Bot::processorTime).reduce(Duration.ZERO, Duration::plus),
                postgres.processorTime(),
                database().count("select xact_commit from pg_stat_database where datname = current_database()"));
    }

    private void awaitQuiet() {
        var asked = database();
        Eventually.is(
                "nothing waits any more",
                PATIENCE,
                () -> delivering.underWay() == 0 && asked.count("""
                                select (select count(*) from inbox where state = 'WAITING')
                                    + (select count(*) from outbox where state in ('PENDING', 'SENDING', 'UNKNOWN'))""") == 0,
                () -> "");
    }

    /// What was lost, doubled or out of order, and what was never answered at all.
    Map<String, List<String>> breaches() throws SQLException, IOException {
        var rescued = 0L;
        for (var bot : bots) {
            try (var lines = Files.lines(bot.log())) {
                rescued += lines.filter(line -> line.contains("without a place on the schedule"))
                        .count();
            }
        }
        var found = new HashMap<>(Verdict.of(database().source(), world, talks.told(), delivering, rescued)
                .breaches());
        if (!talks.unanswered().isEmpty()) {
            found.put("never answered", talks.unanswered());
        }
        return found;
    }

    private Database database() {
        return Database.at(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/cowork", postgres.user(), postgres.password());
    }

    @Override
    public void close() {
        bots.forEach(Bot::close);
        slack.close();
        claude.close();
        postgres.close();
    }
}
