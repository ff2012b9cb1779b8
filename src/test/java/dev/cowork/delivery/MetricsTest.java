package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cowork.Eventually;
import dev.cowork.workspace.WorkspaceId;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What an operator is told by numbers, when an alert rings, and that there is a page on what to do then.
@QuarkusTest
class MetricsTest {
    private static final Pattern NUMBER = Pattern.compile("(cowork|jvm)_[a-z_]+");
    /// They come into being with the first fault, gap or resend.
    private static final List<String[]> ONLY_WHEN_IT_HAPPENS = List.of(
            new String[] {"cowork.claude.faults", "kind", "busy"},
            new String[] {"cowork.gaps"},
            new String[] {"cowork.outbox.resent.after.unknown"},
            new String[] {"cowork.claude.tokens", "kind", "fresh"});

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @TestHTTPResource("/slack/events")
    URI events;

    @Inject
    Inbox inbox;

    @Inject
    InboxRows rows;

    @Inject
    InstantSource clock;

    @Test
    void everyNumberAnAlertSpeaksOfIsThere() throws IOException {
        RestAssured.given().body("{}").post(events);
        for (var each : ONLY_WHEN_IT_HAPPENS) {
            Metrics.counter(each[0], each.length == 1 ? new String[0] : new String[] {each[1], each[2]});
        }
        var told = RestAssured.get(metrics).body().asString();

        for (var rule : rules()) {
            for (var name : namesIn(rule.path("expr").asText())) {
                assertTrue(told.lines().anyMatch(line -> line.startsWith(name)), rule.path("alert") + ": " + name);
            }
        }
        for (var panel : panels()) {
            assertTrue(!panel.path("description").asText().isBlank(), panel.path("title") + " says nothing of itself");
            for (var target : panel.path("targets")) {
                for (var name : namesIn(target.path("expr").asText())) {
                    assertTrue(told.lines().anyMatch(line -> line.startsWith(name)), panel.path("title") + ": " + name);
                }
            }
        }
    }

    /// What comes into being with its first fault has no increase then: its series begins at one.
    @Test
    void anAlertRingsAtTheFirstTime() throws IOException {
        var checked = 0;
        for (var rule : rules()) {
            var expression = rule.path("expr").asText();
            for (var each : ONLY_WHEN_IT_HAPPENS) {
                var name = each[0].replace('.', '_') + "_total";
                if (expression.contains("increase(" + name) && expression.contains("> 0")) {
                    assertTrue(expression.contains("unless " + name + " offset"), rule.path("alert") + " misses it");
                    checked++;
                }
            }
        }
        assertEquals(2, checked);
    }

    /// Grafana takes no file with a name given twice, or two panels of one number, and says so to nobody.
    @Test
    void theDashboardIsWhole() throws IOException {
        var ids = new TreeSet<Integer>();
        for (var panel : panels()) {
            assertTrue(ids.add(panel.path("id").asInt()), "two panels " + panel.path("id"));
            assertEquals("${source}", panel.at("/datasource/uid").asText());
            assertFalse(panel.path("targets").isEmpty(), panel.path("title") + " shows nothing");
        }
        assertTrue(ids.size() >= 10, ids.toString());
    }

    @Test
    void everyAlertHasItsPage() throws IOException {
        var headings = Files.readAllLines(Path.of("docs", "operating.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).strip())
                .collect(Collectors.toSet());
        var alerts = new ArrayList<String>();
        rules().forEach(rule -> alerts.add(rule.path("alert").asText()));

        assertFalse(alerts.isEmpty());
        for (var alert : alerts) {
            assertTrue(headings.contains(alert), alert + " has no page in docs/operating.md");
        }
        for (var heading : headings) {
            assertTrue(!heading.startsWith("Cowork") || alerts.contains(heading), heading + " is no alert");
        }
    }

    @Test
    void whatWaitsAndWhatIsDeadIsCounted() {
        var workspace = new WorkspaceId("T" + UUID.randomUUID());
        var lane = Lane.of(workspace, "counted");
        var delivery = Delivery.own(workspace, Key.of("dead"), lane, "probe/none", "");
        QuarkusTransaction.requiringNew().run(() -> {
            rows.insert(delivery, clock.instant());
            rows.bury(rows.head(lane).orElseThrow(), clock.instant(), "because");
        });
        var before = Metrics.counter("cowork.inbox.duplicates").count();
        inbox.accept(delivery);
        assertEquals(1, Metrics.counter("cowork.inbox.duplicates").count() - before);

        Eventually.is(
                "the dead one is counted",
                Duration.ofSeconds(15),
                () -> RestAssured.get(metrics)
                        .body()
                        .asString()
                        .lines()
                        .anyMatch(line -> line.matches("cowork_dead\\{.*side=\"inbox\".*} [1-9].*")),
                () -> "");
    }

    private static JsonNode rules() throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("deploy", "prometheus-rules.yml").toFile())
                .at("/groups/0/rules");
    }

    private static JsonNode panels() throws IOException {
        return JsonMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(Files.readString(Path.of("deploy", "grafana-dashboard.json")))
                .path("panels");
    }

    private static Set<String> namesIn(String expression) {
        var names = new TreeSet<String>();
        NUMBER.matcher(expression).results().forEach(found -> names.add(found.group()));
        return names;
    }
}
