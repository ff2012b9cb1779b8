package dev.cowork;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.ReflectionSupport;

/// A wall that nothing ever hit is not known to stand: plants a small class in each and wants to see it named.
class HouseBreachTest {
    private static final Pattern NAME = Pattern.compile("(?:class|interface|record) (\\w+)");

    @TempDir
    static Path scratch;

    private static JavaClasses planted;

    /// A class (or several) that breaks the wall of that name.
    record Breach(String wall, String room, List<String> types) {
        List<String> names() {
            return types.stream().map(HouseBreachTest::nameOf).toList();
        }

        @Override
        public String toString() {
            return wall + " by " + room + "." + names().getFirst();
        }
    }

    static Stream<Breach> breaches() {
        return Stream.of(
                breach("eachPackageUsesOnlyWhatItMay", "workspace", "class Upwards { dev.cowork.slack.ThreadRef t; }"),
                breach("eachPackageUsesOnlyWhatItMay", "slack", "class Feature { dev.cowork.proposal.Ruling r; }"),
                breach("eachPackageUsesOnlyWhatItMay", "home", "class Talkative { dev.cowork.partner.Brief b; }"),
                breach("eachPackageUsesOnlyWhatItMay", "playground", "class Insider { dev.cowork.workspace.Money m; }"),
                breach("everyClassLivesInAKnownRoom", "common", "class Thirteenth {}"),
                breach("eachLibraryHasOneOwner", "session", "class Bolted { com.slack.api.bolt.App app; }"),
                breach(
                        "eachLibraryHasOneOwner",
                        "proposal",
                        "class Calling { com.slack.api.methods.MethodsClient c; }"),
                breach(
                        "eachLibraryHasOneOwner",
                        "session",
                        "class Clever { com.anthropic.client.AnthropicClient claude; }"),
                breach(
                        "eachLibraryHasOneOwner",
                        "insight",
                        "class Scheduling { com.github.kagkarlsson.scheduler.Scheduler s; }"),
                breach(
                        "eachLibraryHasOneOwner",
                        "delivery",
                        "class Embedding { io.zonky.test.db.postgres.embedded.EmbeddedPostgres p; }"),
                breach(
                        "blockKitIsSpokenOnlyByViews",
                        "session",
                        "class Chatty { Object o = com.slack.api.model.block.Blocks.divider(); }"),
                breach("blockKitIsSpokenOnlyByViews", "proposal", "class Held { com.slack.api.model.view.View view; }"),
                breach(
                        "entitiesAndRepositoriesStayInTheirRoom",
                        "session",
                        "@jakarta.persistence.Entity public class Bare { @jakarta.persistence.Id private long id; }"),
                breach(
                        "entitiesAndRepositoriesStayInTheirRoom",
                        "session",
                        "public class Open implements " + PANACHE + "<Object, Long> {}"),
                breach(
                        "queriesLiveInRepositories",
                        "session",
                        "class Querying { static class Things implements " + PANACHE + "<Object, Long> {}"
                                + " Object all(Things things) { return things.find(\"1 = 1\"); } }"),
                breach(
                        "queriesLiveInRepositories",
                        "insight",
                        "class Native { Object all(jakarta.persistence.EntityManager em) {"
                                + " return em.createNativeQuery(\"select 1\"); } }"),
                breach(
                        "queriesLiveInRepositories",
                        "insight",
                        "class Hibernated { Object all(org.hibernate.Session s) {"
                                + " return s.createNativeQuery(\"select 1\", Long.class); } }"),
                breach("queriesLiveInRepositories", "insight", "class Raw { javax.sql.DataSource database; }"),
                breach(
                        "entitiesHaveNoSettersAndNoPublicFields",
                        "session",
                        "@jakarta.persistence.Entity class Settable { private int state;"
                                + " void setState(int state) { this.state = state; } }"),
                breach(
                        "entitiesHaveNoSettersAndNoPublicFields",
                        "session",
                        "@jakarta.persistence.Entity class Naked { int state; }"),
                breach(
                        "whatIsChangedIsFoundByItsWorkspaceToo",
                        "session",
                        "@jakarta.persistence.Entity class Anywhere { @jakarta.persistence.Id private java.util.UUID id;"
                                + " private String workspace; }"),
                breach("remoteCallsRefuseTransactions", "partner", "class Partner { public void reply() {} }"),
                breach(
                        "remoteCallsRefuseTransactions",
                        "slack",
                        "class Postman { @jakarta.transaction.Transactional public void carry() {} }"),
                breach(
                        "remoteCallsRefuseTransactions",
                        "slack",
                        "abstract class Pigeon implements dev.cowork.delivery.Sender { public void fly() {} }"),
                breach(
                        "everyCallOutsideNamesItsCrashPoints",
                        "partner",
                        "class Counting { Object many(com.anthropic.client.AnthropicClient claude) {"
                                + " return claude.models().list(); } }"),
                breach(
                        "everyCallOutsideNamesItsCrashPoints",
                        "slack",
                        "class Hasty { Object test(com.slack.api.methods.MethodsClient slack) throws Exception {"
                                + " return slack.authTest(it -> it); } }"),
                breach("timeIsAlwaysGiven", "session", "class Now { Object at = java.time.Instant.now(); }"),
                breach(
                        "timeIsAlwaysGiven",
                        "session",
                        "class Zoned { Object on = java.time.LocalDate.now(java.time.ZoneOffset.UTC); }"),
                breach("timeIsAlwaysGiven", "launch", "class Millis { long at = System.currentTimeMillis(); }"),
                breach("timeIsAlwaysGiven", "session", "class OwnClock { Object c = java.time.Clock.systemUTC(); }"),
                breach("timeIsAlwaysGiven", "session", "class Dated { Object at = new java.util.Date(); }"),
                breach(
                        "timeIsAlwaysGiven",
                        "session",
                        "class Hidden { java.util.function.Supplier<Object> at = java.time.Instant::now; }"),
                breach(
                        "dependenciesComeThroughTheConstructor",
                        "session",
                        "class Injected { @jakarta.inject.Inject dev.cowork.slack.Posting posting; }"),
                breach(
                        "settingsAreTyped",
                        "session",
                        "class Untyped { @org.eclipse.microprofile.config.inject.ConfigProperty(name = \"a\") int a; }"),
                breach(
                        "settingsAreTyped",
                        "session",
                        "class Looking { Object c = org.eclipse.microprofile.config.ConfigProvider.getConfig(); }"),
                breach(
                        "settingsAreTyped",
                        "session",
                        "@io.smallrye.config.ConfigMapping(prefix = \"cowork.x\") interface Knobs {}"),
                breach("namesSayWhatAThingIs", "session", "class TurnService {}"),
                breach("namesSayWhatAThingIs", "session", "class Outer { record TurnDto() {} }"),
                breach("everyRoomSaysWhatItIsForAndIsNullMarked", "session.quiet", "class Quiet {}"),
                breach(
                        "roomsKeepASmallFrontDoor",
                        "session",
                        IntStream.rangeClosed(1, 13)
                                .mapToObj(i -> "public record Door" + i + "() {}")
                                .toArray(String[]::new)),
                breach("noFileOutgrowsAReader", "session", "class Endless {" + "\n".repeat(301) + "}"),
                breach(
                        "nothingPrintsAndNothingThrowsBareExceptions",
                        "session",
                        "class Printing { void p() { System.out.println(); } }"),
                breach(
                        "nothingPrintsAndNothingThrowsBareExceptions",
                        "session",
                        "class Logging { Object l = java.util.logging.Logger.getLogger(\"x\"); }"),
                breach(
                        "nothingPrintsAndNothingThrowsBareExceptions",
                        "session",
                        "class Throwing { void t() { throw new RuntimeException(\"x\"); } }"),
                breach(
                        "nothingPrintsAndNothingThrowsBareExceptions",
                        "session",
                        "class Tracing { void t(Exception e) { e.printStackTrace(); } }"));
    }

    private static final String PANACHE = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";

    @BeforeAll
    static void plant() throws IOException {
        var files = new ArrayList<Path>();
        for (var breach : breaches().toList()) {
            for (var type : breach.types()) {
                var file = sourcesOf(breach).resolve(nameOf(type) + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, "package " + House.ROOT + "." + breach.room() + ";\n" + type);
                files.add(file);
            }
        }
        compile(files);
        planted = new ClassFileImporter().importPath(scratch.resolve("classes"));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void everyWallFallsWhenBreached(Breach breach) {
        var walls = new HouseRulesTest();
        walls.house = new House(classesOf(breach), rootOf(breach), House.MAY_USE);

        var fallen = assertThrows(AssertionError.class, () -> run(walls, breach.wall()));

        assertTrue(
                fallen.getMessage().matches("(?is).*\\b" + breach.names().getFirst() + "\\b.*"),
                () -> "the breach is not named: " + fallen.getMessage());
    }

    @Test
    void aCircleInTheTableIsSeen() {
        var walls = new HouseRulesTest();
        var circle = Map.of("session", Set.of("proposal"), "proposal", Set.of("slack"), "slack", Set.of("session"));
        walls.house = new House(planted, scratch, circle);

        var fallen = assertThrows(AssertionError.class, walls::roomsFormNoCycle);

        assertTrue(fallen.getMessage().contains("circle"), fallen.getMessage());
    }

    @Test
    void noWallIsLeftUntried() {
        var tried = breaches().map(Breach::wall).collect(toCollection(TreeSet::new));
        tried.add("roomsFormNoCycle");

        var walls = Arrays.stream(HouseRulesTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(toCollection(TreeSet::new));

        assertEquals(walls, tried);
    }

    private static Breach breach(String wall, String room, String... types) {
        return new Breach(wall, room, List.of(types));
    }

    private static String nameOf(String type) {
        return NAME.matcher(type).results().findFirst().orElseThrow().group(1);
    }

    private static Path rootOf(Breach breach) {
        return scratch.resolve("sources").resolve(breach.names().getFirst());
    }

    private static Path sourcesOf(Breach breach) {
        return rootOf(breach).resolve((House.ROOT + "." + breach.room()).replace('.', '/'));
    }

    private static void compile(List<Path> files) {
        var javac = ToolProvider.getSystemJavaCompiler();
        try (var disk = javac.getStandardFileManager(null, null, null)) {
            var into = List.of("-proc:none", "-d", scratch.resolve("classes").toString());
            var done = javac.getTask(null, disk, null, into, null, disk.getJavaFileObjectsFromPaths(files));
            assertTrue(done.call(), "the breaches compile");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JavaClasses classesOf(Breach breach) {
        return planted.that(describe(
                "of " + breach,
                type -> House.roomOf(type.getPackageName()).equals(breach.room().split("\\.")[0])
                        && breach.names()
                                .contains(type.getName()
                                        .substring(type.getPackageName().length() + 1)
                                        .split("\\$")[0])));
    }

    private static void run(HouseRulesTest walls, String wall) {
        var method = ReflectionSupport.findMethod(HouseRulesTest.class, wall).orElseThrow();
        ReflectionSupport.invokeMethod(method, walls);
    }
}
