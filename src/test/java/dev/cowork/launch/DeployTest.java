package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The files people deploy with speak of the settings, ports and directories that there are.
class DeployTest {

    private static final Path COMPOSE = Path.of("deploy", "compose.yml");
    private static final Path CONTAINERFILE = Path.of("deploy", "Containerfile");

    @Test
    void composeSetsOnlyVariablesThatThereAre() throws IOException {
        var known = Arrays.stream(Variable.values()).map(Enum::name).collect(Collectors.toSet());
        var set = new TreeSet<String>();
        service("cowork").get("environment").fieldNames().forEachRemaining(set::add);

        assertTrue(known.containsAll(set), () -> set + " against " + known);
    }

    @Test
    void withComposeTheBotStarts() throws IOException {
        var environment = new HashMap<>(Map.of("SLACK_SIGNING_SECRET", "s", "SLACK_BOT_TOKEN", "xoxb-1"));
        service("cowork")
                .get("environment")
                .properties()
                .forEach(variable -> environment.put(
                        variable.getKey(), variable.getValue().asText().replaceAll("\\$\\{[^}]*}", "made-up")));

        var settings = new Settings(List.of(new EnvConfigSource(environment, EnvConfigSource.ORDINAL)), "prod");

        settings.check();
        assertEquals(
                "Cowork serves Slack over HTTP, at http://localhost:8080/slack/events; the playbook is the partner,"
                        + " as no ANTHROPIC_API_KEY is set.",
                Announcement.of(settings, settings.port().orElseThrow()));
    }

    @Test
    void bothSidesAgreeOnTheDatabase() throws IOException {
        var database = service("database").get("environment");
        var bot = service("cowork").get("environment");

        assertAll(
                () -> assertEquals(
                        "jdbc:postgresql://database:5432/"
                                + database.get("POSTGRES_DB").asText(),
                        bot.get("QUARKUS_DATASOURCE_JDBC_URL").asText()),
                () -> assertEquals(database.get("POSTGRES_USER"), bot.get("QUARKUS_DATASOURCE_USERNAME")),
                () -> assertEquals(database.get("POSTGRES_PASSWORD"), bot.get("QUARKUS_DATASOURCE_PASSWORD")),
                () -> assertTrue(service("database").get("image").asText().matches(".*/postgres:(1[4-9]|[2-9]\\d)")),
                () -> assertEquals(
                        "service_healthy",
                        service("cowork").at("/depends_on/database/condition").asText()));
    }

    @Test
    void whatMustLastIsInAVolumeThatIsDeclared() throws IOException {
        var declared = new TreeSet<String>();
        compose().get("volumes").fieldNames().forEachRemaining(declared::add);

        assertEquals(Set.of("data", "database"), declared);
        assertEquals(
                "database:/var/lib/postgresql",
                service("database").at("/volumes/0").asText());
        assertEquals(
                "data:" + fromContainerfile("ENV COWORK_DATA_DIR=(\\S+)"),
                service("cowork").at("/volumes/0").asText());
        assertEquals(fromContainerfile("ENV COWORK_DATA_DIR=(\\S+)"), fromContainerfile("\nVOLUME (\\S+)"));
    }

    @Test
    void onlyThisMachineReachesTheBotAndAtItsPort() throws IOException {
        assertEquals("127.0.0.1:8080:8080", service("cowork").at("/ports/0").asText());
        assertEquals("8080", fromContainerfile("\nEXPOSE (\\d+)"));
        assertEquals(
                "8080", service("cowork").at("/environment/QUARKUS_HTTP_PORT").asText());
        assertTrue(service("database").path("ports").isMissingNode(), "the database is for the bot alone");
    }

    @Test
    void theImageIsMadeByThisRepositoryAndRunsAsNobodySpecial() throws IOException {
        assertEquals(
                "deploy/Containerfile",
                service("cowork").at("/build/dockerfile").asText());
        assertEquals("10001", fromContainerfile("\nUSER (\\d+)"));
        assertTrue(fromContainerfile("(HEALTHCHECK(?s:.*?)\nENTRYPOINT)").contains("/q/health/ready"));
        for (var copied : List.of("mvnw", "pom.xml", ".mvn", "src")) {
            assertTrue(Files.exists(Path.of(copied)), copied);
            assertTrue(Files.readAllLines(Path.of("deploy", "Containerfile.dockerignore"))
                    .contains("!" + copied));
        }
    }

    private static JsonNode service(String name) throws IOException {
        return compose().at("/services/" + name);
    }

    private static JsonNode compose() throws IOException {
        return YAMLMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(Files.readString(COMPOSE));
    }

    private static String fromContainerfile(String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(CONTAINERFILE));
        assertTrue(found.find(), pattern);
        return found.group(1);
    }
}
