package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is deployed to Kubernetes holds together, and speaks of the settings, ports, figures and commands there are.
class KubernetesTest {
    private static final Path ALL = Path.of("deploy", "kubernetes");
    private static final int CONNECTIONS_OF_ONE = 20;

    @Test
    void theListNamesEveryFileAndEachIsWhatItSays() throws IOException {
        var listed = new TreeSet<String>();
        parsed("kustomization.yaml").getFirst().get("resources").forEach(it -> listed.add(it.asText()));
        var there = new TreeSet<String>();
        try (var files = Files.list(ALL)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("kustomization.yaml"))
                    .forEach(there::add);
        }

        assertEquals(there, listed);
        assertEquals(
                Set.of(
                        "Namespace",
                        "ServiceAccount",
                        "Cluster",
                        "ScheduledBackup",
                        "Job",
                        "Deployment",
                        "Service",
                        "PodDisruptionBudget",
                        "HorizontalPodAutoscaler",
                        "NetworkPolicy"),
                everything().stream().map(it -> it.get("kind").asText()).collect(Collectors.toSet()));
        for (var each : everything()) {
            assertTrue(each.path("apiVersion").asText().matches("([a-z0-9.]+/)?v\\d\\w*"), each::toString);
            assertTrue(each.at("/metadata/name").asText().matches("[a-z][a-z-]*"), each::toString);
        }
    }

    @Test
    void withWhatIsSetTheBotStarts() throws IOException {
        var known = Arrays.stream(Variable.values()).map(Enum::name).collect(Collectors.toSet());
        var environment = new HashMap<String, String>();
        for (var variable : container("Deployment").get("env")) {
            var value = variable.path("value").asText("jdbc:postgresql://database:5432/cowork");
            environment.put(variable.get("name").asText(), value);
        }
        var told = Files.readString(ALL.resolve("deployment.yaml"));
        var secrets = Pattern.compile("--from-literal=([A-Z_]+)").matcher(told);
        while (secrets.find()) {
            assertTrue(known.contains(secrets.group(1)), secrets.group(1));
        }
        environment.remove("DJL_CACHE_DIR"); // Of the library that runs the model.
        assertTrue(known.containsAll(environment.keySet()), environment::toString);
        environment.put("SLACK_SIGNING_SECRET", "s");
        environment.put("SLACK_BOT_TOKEN", "xoxb-1");

        new Settings(List.of(new EnvConfigSource(environment, EnvConfigSource.ORDINAL)), "prod").check();
    }

    @Test
    void bothContainersAreNobodySpecialAndReadOnly() throws IOException {
        for (var kind : List.of("Deployment", "Job")) {
            var pod = one(kind).at("/spec/template/spec");
            var security = container(kind).get("securityContext");
            assertAll(
                    kind,
                    () -> assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean()),
                    () -> assertEquals(
                            10001, pod.at("/securityContext/runAsUser").asInt()),
                    () -> assertTrue(security.get("readOnlyRootFilesystem").asBoolean()),
                    () -> assertTrue(!security.get("allowPrivilegeEscalation").asBoolean(true)),
                    () -> assertEquals(
                            "ALL", security.at("/capabilities/drop/0").asText()),
                    () -> assertTrue(!pod.get("automountServiceAccountToken").asBoolean(true)),
                    () -> assertEquals("cowork", container(kind).get("image").asText()));
        }
        assertTrue(MigrateCommand.isMeantBy(container("Job").at("/args/0").asText()));
    }

    @Test
    void probesAskWhereTheBotAnswersAndThePortIsOne() throws IOException {
        var bot = container("Deployment");
        var operating = Files.readString(Path.of("docs", "operating.md"));
        for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertTrue(
                    operating.contains(
                            "`" + bot.at("/" + probe + "/httpGet/path").asText() + "`"),
                    probe);
        }
        assertEquals(8080, bot.at("/ports/0/containerPort").asInt());
        assertEquals("http", one("Service").at("/spec/ports/0/targetPort").asText());
        assertEquals(
                8080, one("NetworkPolicy").at("/spec/ingress/0/ports/0/port").asInt());
        assertTrue(one("Deployment")
                        .at("/spec/template/spec/terminationGracePeriodSeconds")
                        .asInt()
                >= 30);
    }

    @Test
    void theDatabaseHasConnectionsForAsManyAsThereMayBe() throws IOException {
        var most = one("HorizontalPodAutoscaler").at("/spec/maxReplicas").asInt();
        var granted =
                one("Cluster").at("/spec/postgresql/parameters/max_connections").asInt();

        assertTrue(Files.readString(Path.of("src/main/resources/application.properties"))
                .contains("quarkus.datasource.jdbc.max-size=" + CONNECTIONS_OF_ONE));
        assertTrue((most + 1) * CONNECTIONS_OF_ONE < granted, most + " processes, " + granted + " connections");
    }

    @Test
    void itGrowsByAFigureThatTheBotTells() throws IOException {
        var figure = one("HorizontalPodAutoscaler")
                .at("/spec/metrics/0/external/metric/name")
                .asText();

        assertTrue(Files.readString(Path.of("src/main/java/dev/cowork/delivery/Gauges.java"))
                .contains("\"" + figure.replace('_', '.') + "\""));
        assertEquals(
                "cowork",
                one("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name").asText());
    }

    @Test
    void whatIsSelectedIsWhatIsLabelled() throws IOException {
        var label = one("Deployment")
                .at("/spec/template/metadata/labels/app.kubernetes.io~1name")
                .asText();
        for (var selector : List.of(
                one("Deployment").at("/spec/selector/matchLabels"),
                one("Service").at("/spec/selector"),
                one("PodDisruptionBudget").at("/spec/selector/matchLabels"))) {
            assertEquals(label, selector.get("app.kubernetes.io/name").asText());
        }
        var cluster = one("Cluster").at("/metadata/name").asText();
        assertEquals(cluster, one("ScheduledBackup").at("/spec/cluster/name").asText());
        assertEquals(
                cluster,
                one("NetworkPolicy")
                        .at("/spec/egress/1/to/0/podSelector/matchLabels/cnpg.io~1cluster")
                        .asText());
        for (var kind : List.of("Deployment", "Job")) {
            for (var variable : container(kind).get("env")) {
                var secret = variable.at("/valueFrom/secretKeyRef/name");
                assertTrue(secret.isMissingNode() || secret.asText().equals(cluster + "-app"), variable::toString);
            }
        }
    }

    private static JsonNode container(String kind) throws IOException {
        return one(kind).at("/spec/template/spec/containers/0");
    }

    private static JsonNode one(String kind) throws IOException {
        var found = everything().stream()
                .filter(it -> it.get("kind").asText().equals(kind))
                .toList();
        assertEquals(1, found.size(), kind);
        return found.getFirst();
    }

    private static List<JsonNode> everything() throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var name : parsed("kustomization.yaml").getFirst().get("resources")) {
            all.addAll(parsed(name.asText()));
        }
        return all;
    }

    private static List<JsonNode> parsed(String name) throws IOException {
        var strict = new YAMLMapper(YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try (var documents = strict.readerFor(JsonNode.class)
                .<JsonNode>readValues(ALL.resolve(name).toFile())) {
            return documents.readAll();
        }
    }
}
