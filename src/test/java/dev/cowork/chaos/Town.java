package dev.cowork.chaos;

import dev.cowork.Database;
import dev.cowork.launch.FallingPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// All there is in a chaos run: the processes, their PostgreSQL and the lines to it, Slack and Claude. Everything on
/// loopback.
final class Town implements AutoCloseable {
    final FallingPostgres postgres;
    final List<Wire> wires = new ArrayList<>();
    final List<Bot> bots = new ArrayList<>();
    final Delivering delivering;
    final World world;
    final SlackServer slack;
    final Partner partner;
    final People people;

    Town(Path home, int size, Random random, List<Duration> retries, Map<String, String> more) throws IOException {
        postgres = new FallingPostgres(home.resolve("postgres"));
        partner = new Partner(new Random(random.nextLong()));
        var doors = new ArrayList<java.net.URI>();
        var echoes = new Delivering[1];
        world = new World(
                People.channels(),
                told -> echoes[0].event(told, "Echo" + told.path("ts").asText()));
        slack = new SlackServer(world, new Random(random.nextLong()));
        for (var i = 0; i < size; i++) {
            var wire = new Wire(postgres.port());
            wires.add(wire);
            var bot = new Bot("bot" + i, home, environment(wire, more));
            bots.add(bot);
            doors.add(bot.door());
        }
        delivering = new Delivering(doors, retries, new Random(random.nextLong()));
        echoes[0] = delivering;
        people = new People(new Random(random.nextLong()));
        people.workIn(world, delivering);
    }

    /// Past the lines, so that what is measured is not disturbed with what is measured.
    Database database() {
        return Database.at(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/cowork", postgres.user(), postgres.password());
    }

    /// How often a line stands in any of the processes' logs.
    long logged(String words) throws IOException {
        var count = 0L;
        for (var bot : bots) {
            try (var lines = Files.lines(bot.log())) {
                count += lines.filter(line -> line.contains(words)).count();
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        bots.forEach(Bot::close);
        for (var wire : wires) {
            wire.close();
        }
        slack.close();
        partner.close();
        postgres.close();
    }

    private Map<String, String> environment(Wire wire, Map<String, String> more) {
        var all = new java.util.HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/cowork",
                "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                "SLACK_API_URL", slack.url(),
                "SLACK_BOT_TOKEN", SlackServer.TOKEN,
                "SLACK_SIGNING_SECRET", Delivering.SECRET,
                "ANTHROPIC_API_KEY", "sk-chaos",
                "ANTHROPIC_BASE_URL", partner.url(),
                "COWORK_SUPERVISORS", String.join(",", People.SUPERVISORS)));
        all.putAll(more);
        return all;
    }
}
