package dev.cowork;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Qute;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps true what `SECURITY.md` gives as the reason why a known hole in what we bring along is not reached.
class UnreachedHolesTest {
    private static final House HOUSE = House.built();

    /// Policies for paths, TLS of our own, bodies unpacked, and names looked up by Netty. Where one of these is
    /// wanted, its holes are to be looked at first.
    private static final List<String> UNUSED = List.of(
            "quarkus.http.auth.permission",
            "quarkus.http.auth.policy",
            "quarkus.management",
            "quarkus.http.ssl",
            "quarkus.tls",
            "quarkus.http.tls-configuration-name",
            "quarkus.http.enable-decompression",
            "quarkus.vertx.use-async-dns");

    @Test
    void noSettingSwitchesThemOn() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }

        assertEquals(
                List.of(),
                settings.stringPropertyNames().stream()
                        .filter(name -> UNUSED.stream()
                                .anyMatch(unused ->
                                        name.replaceFirst("^%[^.]*\\.", "").startsWith(unused)))
                        .sorted()
                        .toList());
    }

    @Test
    void nothingThatIsDeployedSwitchesThemOn() throws IOException {
        try (var files = Files.walk(Path.of("deploy"))) {
            var deployed = files.filter(Files::isRegularFile)
                    .map(UnreachedHolesTest::textOf)
                    .collect(Collectors.joining("\n"));

            assertEquals(
                    List.of(),
                    UNUSED.stream()
                            .filter(unused -> deployed.contains(unused) || deployed.contains(variableOf(unused)))
                            .toList());
        }
    }

    @Test
    void noCodeMakesPathPolicies() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quarkus.vertx.http.security..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(HttpSecurityPolicy.class)
                .check(HOUSE.classes());
    }

    /// Those of the pages are checked at build and are files of ours as well.
    @Test
    void onlyOurOwnPromptsAreReadAsTemplates() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(House.ROOT + ".partner.Prompts")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Engine.class, Qute.class)
                .check(HOUSE.classes());
    }

    @Test
    void nobodyConnectsToUsByWebSocket() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.java_websocket..", "io.quarkus.websockets..", "jakarta.websocket..")
                .check(HOUSE.classes());
    }

    private static String variableOf(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_");
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }
}
