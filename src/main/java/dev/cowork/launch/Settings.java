package dev.cowork.launch;

import static dev.cowork.launch.Variable.ANTHROPIC_API_KEY;
import static dev.cowork.launch.Variable.COWORK_DATA_DIR;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_JDBC_URL;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_PASSWORD;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_USERNAME;
import static dev.cowork.launch.Variable.QUARKUS_HTTP_PORT;
import static dev.cowork.launch.Variable.SLACK_API_URL;
import static dev.cowork.launch.Variable.SLACK_APP_TOKEN;
import static dev.cowork.launch.Variable.SLACK_BOT_TOKEN;
import static dev.cowork.launch.Variable.SLACK_CLIENT_ID;
import static dev.cowork.launch.Variable.SLACK_CLIENT_SECRET;
import static dev.cowork.launch.Variable.SLACK_SIGNING_SECRET;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SysPropConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// What is configured for this start, wherever it was said: `-D` on the command line, then the environment, then the
/// file `.env` in the working directory. An empty value counts as not set.
final class Settings {

    private static final Set<String> EXAMPLES = Set.of(
            "another secret",
            "change-me",
            "changeme",
            "one secret",
            "password",
            "playground-signing-secret-0000",
            "postgres",
            "secret",
            "sk-ant-…",
            "xapp-…",
            "xoxb-playground",
            "xoxb-…");

    private final Map<Variable, String> values = new EnumMap<>(Variable.class);
    private final String profile;

    Settings(List<ConfigSource> strongestFirst, String profileOfTheBuild) {
        for (var variable : Variable.values()) {
            said(strongestFirst, variable)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> values.put(variable, value));
        }
        this.profile = first(strongestFirst, "quarkus.profile")
                .filter(said -> !said.isBlank())
                .orElse(profileOfTheBuild);
    }

    static Settings ofThisProcess() {
        var sources = new ArrayList<ConfigSource>();
        sources.add(new SysPropConfigSource());
        sources.add(new EnvConfigSource(System.getenv(), EnvConfigSource.ORDINAL));
        sources.addAll(
                DotEnvConfigSourceProvider.dotEnvSources(Thread.currentThread().getContextClassLoader()));
        return new Settings(sources, Reload.isOn() ? "dev" : "prod");
    }

    Optional<String> get(Variable variable) {
        return Optional.ofNullable(values.get(variable));
    }

    boolean has(Variable variable) {
        return values.containsKey(variable);
    }

    Path dataDirectory() {
        return Path.of(get(COWORK_DATA_DIR).orElse(".cowork")).toAbsolutePath().normalize();
    }

    /// Whether this start shows the local Slack rather than serving a real workspace.
    boolean isPlayground() {
        return List.of(profile.split(",")).contains("dev")
                || List.of(profile.split(",")).contains("test");
    }

    boolean isSocketMode() {
        return has(SLACK_APP_TOKEN);
    }

    boolean hasClaude() {
        return has(ANTHROPIC_API_KEY);
    }

    /// Throws [RefusedStartException] with the first thing that is wrong.
    void check() {
        values.forEach((variable, value) -> variable.complaintAbout(value).ifPresent(complaint -> {
            throw new RefusedStartException(complaint);
        }));
        checkDatabase();
        checkPair(SLACK_CLIENT_ID, SLACK_CLIENT_SECRET);
        if (!isPlayground()) {
            checkSlack();
            checkExamples();
        }
    }

    /// Slack's address as the client wants it, which joins a method's name to it: with a slash at its end.
    Optional<String> mendedSlackAddress() {
        return get(SLACK_API_URL).map(url -> url.endsWith("/") ? url : url + "/");
    }

    /// The port to listen at, where one is named; 0 asks for any free one.
    OptionalInt port() {
        return get(QUARKUS_HTTP_PORT).stream().mapToInt(Integer::parseInt).findAny();
    }

    private void checkDatabase() {
        if (!has(QUARKUS_DATASOURCE_JDBC_URL)) {
            Stream.of(QUARKUS_DATASOURCE_USERNAME, QUARKUS_DATASOURCE_PASSWORD)
                    .filter(this::has)
                    .forEach(alone -> {
                        throw QUARKUS_DATASOURCE_JDBC_URL.refused("is not set, though " + alone
                                + " is; set it to jdbc:postgresql://HOST:PORT/DATABASE, or set neither for a PostgreSQL"
                                + " of the bot's own");
                    });
        }
    }

    private void checkPair(Variable one, Variable other) {
        if (has(one) != has(other)) {
            var missing = has(one) ? other : one;
            var given = has(one) ? one : other;
            throw missing.refused("is not set, though " + given + " is; set both, as Slack's Basic Information page"
                    + " shows them, or neither");
        }
    }

    private void checkSlack() {
        var anySlack = Stream.of(
                        SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET)
                .anyMatch(this::has);
        if (!anySlack) {
            throw SLACK_BOT_TOKEN.refused("is not set; set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN (HTTP), or"
                    + " SLACK_APP_TOKEN and SLACK_BOT_TOKEN (Socket Mode), or try the playground, which needs neither,"
                    + " with `make run`");
        }
        if (!isSocketMode() && !has(SLACK_SIGNING_SECRET)) {
            throw SLACK_SIGNING_SECRET.refused("is not set, and without it nobody can tell Slack's requests from forged"
                    + " ones; set it to the signing secret on Slack's Basic Information page, or set SLACK_APP_TOKEN for"
                    + " Socket Mode");
        }
        if (!has(SLACK_BOT_TOKEN) && !has(SLACK_CLIENT_ID)) {
            throw SLACK_BOT_TOKEN.refused(
                    "is not set, though " + (isSocketMode() ? SLACK_APP_TOKEN : SLACK_SIGNING_SECRET)
                            + " is; set it to the bot token (xoxb-…) on Slack's Install App page");
        }
    }

    /// What stands in documentation and in the playground everybody knows.
    private void checkExamples() {
        values.forEach((variable, value) -> {
            if (variable != QUARKUS_DATASOURCE_USERNAME && EXAMPLES.contains(value.toLowerCase(Locale.ROOT))) {
                throw variable.refused("is a value out of an example, which everybody knows; set one of your own");
            }
        });
    }

    private static Optional<String> said(List<ConfigSource> sources, Variable variable) {
        return sources.stream()
                .flatMap(source -> Stream.of(
                                variable.name(),
                                variable.property(),
                                variable.property().replace('.', '-'))
                        .map(source::getValue)
                        .filter(Objects::nonNull))
                .findFirst();
    }

    private static Optional<String> first(List<ConfigSource> sources, String property) {
        return sources.stream()
                .map(source -> source.getValue(property))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
