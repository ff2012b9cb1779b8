package dev.cowork.bench;

import dev.cowork.launch.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures the packaged bot beside its peers on one machine. Everything shares one PostgreSQL and the same cores; who is
/// measured alternates, and only ratios of one round are compared.
public final class Bench {
    static final Path BOT = Path.of("target", "quarkus-app");
    private static final Duration LENGTH = Duration.ofMillis((long) (1000 * Double.parseDouble(setting("SECONDS", "4"))));
    private static final int ROUNDS = Integer.parseInt(setting("ROUNDS", "3"));
    private static final List<String> PARTS = List.of(setting("PARTS", "start,intake,replicas").split(","));
    private static final int MANY = 32;
    private static final int MOST_REPLICAS = 3;
    /// For each peer and kind of request, before anything counts: compilers take their time.
    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private final Figures figures = new Figures();
    private final List<String> wrongs = new ArrayList<>();
    private final Floor.Database database;
    private final Slack slack;

    private Bench(Floor.Database database, Slack slack) {
        this.database = database;
        this.slack = slack;
    }

    public static void main(String... arguments) throws Exception {
        int code;
        var data = Files.createDirectories(Path.of("target", "bench", "postgres"));
        try (var postgres = OwnPostgres.start(data, Map.of());
                var slack = Slack.open()) {
            postgres.ensureDatabase("bench");
            var bench = new Bench(
                    new Floor.Database(postgres.jdbcUrl("bench"), postgres.user(), postgres.password()), slack);
            code = bench.run();
        }
        System.exit(code);
    }

    static String setting(String name, String otherwise) {
        var said = System.getenv("BENCH_" + name);
        return said == null || said.isBlank() ? otherwise : said;
    }

    private int run() throws Exception {
        try (var bot = bot(true)) {
            bot.firstAcknowledgement(Requests.Kind.EVENT); // The database exists from here on.
        }
        Floor.prepare(database);
        if (PARTS.contains("start")) {
            starts();
        }
        if (PARTS.contains("intake")) {
            intake();
        }
        if (PARTS.contains("replicas")) {
            replicas();
        }
        return new Report(figures, wrongs, String.join(",", PARTS), ROUNDS, LENGTH).write();
    }

    private void starts() throws IOException, InterruptedException {
        for (var round = 0; round < ROUNDS; round++) {
            for (var cached : List.of(true, false)) {
                try (var bot = bot(cached)) {
                    var took = bot.firstAcknowledgement(Requests.Kind.EVENT);
                    figures.add("start/" + (cached ? "with" : "without") + " cache", took.toMillis());
                    say("start " + (cached ? "with" : "without") + " cache: " + took.toMillis() + " ms");
                }
            }
        }
    }

    private void intake() throws Exception {
        try (var ours = bot(true);
                var js = boltJs();
                var java = boltJava();
                var bare = bare()) {
            var all = List.of(ours, js, java, bare);
            for (var peer : all) {
                peer.firstAcknowledgement(Requests.Kind.EVENT);
                for (var kind : Requests.Kind.values()) {
                    Load.closed(peer.port, kind, MANY, WARM_UP);
                }
                forget();
            }
            for (var round = 0; round < ROUNDS; round++) {
                floor();
                for (var kind : Requests.Kind.values()) {
                    for (var peer : all) {
                        closed(peer, kind, peer == ours);
                    }
                }
                for (var peer : all) {
                    one(peer);
                    half(peer);
                }
            }
            for (var peer : all) {
                figures.add("memory/" + peer.name, peer.residentMiB());
                say("memory of " + peer.name + ": " + peer.residentMiB() + " MiB");
            }
        }
    }

    /// Three processes at the same PostgreSQL, of which one, two or all three take in: the connections are shared out among
    /// them. What is taken in all three work off.
    private void replicas() throws Exception {
        var all = new ArrayList<Peer>();
        try {
            for (var i = 0; i < MOST_REPLICAS; i++) {
                var bot = bot(true);
                all.add(bot);
                bot.firstAcknowledgement(Requests.Kind.EVENT);
                Load.closed(bot.port, Requests.Kind.EVENT, MANY, WARM_UP);
                forget();
            }
            for (var round = 0; round < ROUNDS; round++) {
                for (var many = 1; many <= MOST_REPLICAS; many++) {
                    var ports = all.subList(0, many).stream().map(it -> it.port).toList();
                    var before = stored();
                    var outcome = Load.closed(ports, Requests.Kind.EVENT, MANY, LENGTH);
                    figures.add("replicas/" + many, outcome.perSecond());
                    tell("cowork", many + " processes", outcome);
                    check(outcome, before);
                    forget();
                }
            }
        } finally {
            all.forEach(Peer::close);
        }
    }

    private void floor() throws InterruptedException, SQLException {
        var many = Floor.run(database, MANY, LENGTH);
        figures.add("event/floor", many.perSecond());
        figures.add("one/floor", Floor.run(database, 1, LENGTH.dividedBy(2)).p50());
        tell("floor", "insert and commit", many);
        execute("truncate bench_floor");
    }

    private void closed(Peer peer, Requests.Kind kind, boolean isOurs) throws Exception {
        var before = isOurs ? stored() : 0;
        var outcome = Load.closed(peer.port, kind, MANY, LENGTH);
        figures.add(name(kind) + "/" + peer.name, outcome.perSecond());
        tell(peer.name, name(kind), outcome);
        if (isOurs) {
            check(outcome, before);
            forget();
        }
    }

    private void check(Load.Outcome outcome, long before) throws SQLException {
        var kept = stored() - before;
        if (kept < outcome.acknowledged()) {
            wrongs.add(outcome.acknowledged() + " acknowledged, " + kept + " stored");
        }
    }

    private void one(Peer peer) throws Exception {
        var outcome = Load.closed(peer.port, Requests.Kind.EVENT, 1, LENGTH.dividedBy(2));
        figures.add("one/" + peer.name, outcome.p50());
        tell(peer.name, "one connection", outcome);
        forget();
    }

    private void half(Peer peer) throws Exception {
        var rate = figures.median("event/" + peer.name) / 2;
        var outcome = Load.open(peer.port, Requests.Kind.EVENT, 64, LENGTH, rate);
        figures.add("half/" + peer.name, outcome.p99());
        tell(peer.name, "half the rate, from when due", outcome);
        forget();
    }

    static String name(Requests.Kind kind) {
        return kind.name().toLowerCase();
    }

    private void tell(String peer, String what, Load.Outcome outcome) {
        say("%-16s %-28s %8.0f/s  p50 %6.2f  p99 %7.2f  slowest %7.1f ms%s".formatted(
                peer, what, outcome.perSecond(), outcome.p50(), outcome.p99(), outcome.slowest(),
                outcome.wrong() == 0 ? "" : "  WRONG: " + outcome.wrong() + " " + outcome.firstWrong()));
        if (outcome.wrong() > 0) {
            wrongs.add(peer + ", " + what + ": " + outcome.wrong() + " wrong, such as " + outcome.firstWrong());
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private long stored() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from inbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Leaves what was acknowledged undone, so that it does not take from whoever is measured next.
    private void forget() throws SQLException, InterruptedException {
        execute("delete from inbox where state = 'WAITING'");
        execute("delete from outbox where state in ('PENDING', 'SENDING', 'UNKNOWN')");
        execute("delete from scheduled_tasks where task_name in ('INBOX', 'OUTBOX') and not picked");
        Thread.sleep(700);
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.connect();
                var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private Peer bot(boolean cached) throws IOException {
        var port = freePort();
        var command = new ArrayList<>(Peer.java());
        if (cached) {
            command.addAll(List.of("-XX:AOTCache=" + BOT.resolve("cowork.aot"), "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        var more = setting("JAVA", "");
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(List.of("-jar", BOT.resolve("quarkus-run.jar").toString()));
        return Peer.start("cowork", port, command, new LinkedHashMap<>(Map.of(
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "COWORK_DATA_DIR", Path.of("target", "bench", "data").toString(),
                "SLACK_BOT_TOKEN", "xoxb-bench",
                "SLACK_API_URL", slack.url())));
    }

    private static Peer boltJs() throws IOException {
        var port = freePort();
        return Peer.start("bolt-js", port, List.of("node", "target/bench/bolt-js/peer.cjs"), Map.of(
                "PORT", String.valueOf(port), "NODE_ENV", "production"));
    }

    private static Peer boltJava() throws IOException {
        var port = freePort();
        var command = new ArrayList<>(Peer.java("-Dsun.net.httpserver.nodelay=true"));
        // Before ours: the peer has Slack's client as it is.
        var path = "target/bench/slack/*:" + System.getProperty("java.class.path");
        command.addAll(List.of("-cp", path, BoltJava.class.getName()));
        return Peer.start("bolt-java", port, command, Map.of("PORT", String.valueOf(port)));
    }

    private static Peer bare() throws IOException {
        var port = freePort();
        return Peer.start("bare quarkus", port, Peer.java("-jar", "target/bench/quarkus/quarkus-app/quarkus-run.jar"), Map.of(
                "QUARKUS_HTTP_PORT", String.valueOf(port)));
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
