package dev.cowork;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.cowork.HouseWords.BARE_EXCEPTION_MADE;
import static dev.cowork.HouseWords.BLOCK_KIT;
import static dev.cowork.HouseWords.CLOCK_READ;
import static dev.cowork.HouseWords.ENTITY;
import static dev.cowork.HouseWords.NAME_ITS_CRASH_POINTS;
import static dev.cowork.HouseWords.PRINTING;
import static dev.cowork.HouseWords.REFUSE_TRANSACTIONS;
import static dev.cowork.HouseWords.REMOTE_DOOR;
import static dev.cowork.HouseWords.REPOSITORY;
import static dev.cowork.HouseWords.REPOSITORY_QUERIED;
import static dev.cowork.HouseWords.SLACK_MACHINERY;
import static dev.cowork.HouseWords.VIEW;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SharedSessionContract;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The walls between the rooms and the habits inside them. [HouseBreachTest] plants a breach in each and sees it fall.
class HouseRulesTest {
    private static final House BUILT = House.built();
    private static final int LINES = 300;

    House house = BUILT;

    @Test
    void eachPackageUsesOnlyWhatItMay() {
        for (var room : house.mayUse().keySet()) {
            var others = house.forbiddenTo(room).stream().map(House::packageOf).toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(House.packageOf(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void everyClassLivesInAKnownRoom() {
        check(classes()
                .should()
                .resideInAnyPackage(
                        house.mayUse().keySet().stream().map(House::packageOf).toArray(String[]::new)));
    }

    @Test
    void roomsFormNoCycle() {
        house.mayUse().keySet().forEach(room -> follow(room, new ArrayDeque<>()));
    }

    @Test
    void eachLibraryHasOneOwner() {
        check(onlyIn("slack", SLACK_MACHINERY));
        check(onlyIn("partner", JavaClass.Predicates.resideInAPackage("com.anthropic..")));
        check(onlyIn("delivery", JavaClass.Predicates.resideInAPackage("com.github.kagkarlsson..")));
        check(onlyIn("launch", JavaClass.Predicates.resideInAPackage("io.zonky..")));
    }

    /// A listener may hand a view on to [dev.cowork.slack.Reply]; it neither names nor builds one.
    @Test
    void blockKitIsSpokenOnlyByViews() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(House.packageOf("slack"))
                .and(DescribedPredicate.not(VIEW))
                .should()
                .dependOnClassesThat(BLOCK_KIT));
    }

    @Test
    void entitiesAndRepositoriesStayInTheirRoom() {
        check(classes().that(ENTITY.or(REPOSITORY)).should().notBePublic());
    }

    /// Keys begin with the workspace: by its id alone a row would be looked for among all of a workspace.
    @Test
    void whatIsChangedIsFoundByItsWorkspaceToo() {
        check(fields().that()
                .haveName("workspace")
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotAnnotatedWith(Id.class)
                .should()
                .beAnnotatedWith(PartitionKey.class));
    }

    /// `delivery` speaks SQL of its own beside the scheduler's; `launch` finds or starts the database; the playground
    /// keeps what a Slack keeps; the wall tells each connection whom it serves.
    @Test
    void queriesLiveInRepositories() {
        check(noClasses().that(DescribedPredicate.not(REPOSITORY)).should().accessTargetWhere(REPOSITORY_QUERIED));
        check(noClasses()
                .that(DescribedPredicate.not(REPOSITORY))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SharedSessionContract.class));
        check(noClasses()
                .that(DescribedPredicate.not(REPOSITORY))
                .and()
                .resideOutsideOfPackages(
                        House.packageOf("delivery"),
                        House.packageOf("launch"),
                        House.packageOf("playground"),
                        House.packageOf("workspace.wall"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.sql..", "io.agroal.."));
    }

    @Test
    void entitiesHaveNoSettersAndNoPublicFields() {
        check(noMethods().that().areDeclaredInClassesThat(ENTITY).should().haveNameMatching("set[A-Z].*"));
        check(fields().that()
                .areDeclaredInClassesThat(ENTITY)
                .and()
                .areNotStatic()
                .should()
                .bePrivate());
    }

    @Test
    void remoteCallsRefuseTransactions() {
        check(methods()
                .that()
                .areDeclaredInClassesThat(REMOTE_DOOR)
                .and()
                .arePublic()
                .should(REFUSE_TRANSACTIONS));
    }

    /// So that somebody sees what happens when the process dies just there: see `chaos.CrashPointsRun`.
    @Test
    void everyCallOutsideNamesItsCrashPoints() {
        check(codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(House.packageOf("playground"), House.packageOf("launch"))
                .should(NAME_ITS_CRASH_POINTS));
    }

    /// The playground stands for Slack, which has a clock of its own: a trigger dies three seconds after it by any
    /// clock of ours.
    @Test
    void timeIsAlwaysGiven() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(House.ROOT + ".delivery.SharedClock")
                .and()
                .resideOutsideOfPackage(House.packageOf("playground"))
                .should()
                .accessTargetWhere(CLOCK_READ));
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        check(noFields().should().beAnnotatedWith(Inject.class));
    }

    /// `launch` works before there is a configuration to type: it finds out which one is meant.
    @Test
    void settingsAreTyped() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(House.packageOf("launch"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ConfigProperty.class, ConfigProvider.class));
        check(classes().that().areAnnotatedWith(ConfigMapping.class).should().haveSimpleNameEndingWith("Config"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Service|Processor|Dto|DTO|Info)"));
    }

    @Test
    void everyRoomSaysWhatItIsForAndIsNullMarked() {
        assertAll(house.classes().stream().map(JavaClass::getPackage).distinct().map(room -> () -> {
            assertTrue(isNullMarked(room), room.getName() + " has no package-info.java with @NullMarked");
            assertTrue(firstLineOf(room).startsWith("/// "), room.getName() + " does not say what it is for");
        }));
    }

    @Test
    void roomsKeepASmallFrontDoor() {
        var doors = house.classes().stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
        assertAll(doors.entrySet().stream()
                .map(door -> () -> assertTrue(
                        door.getValue().size() <= House.frontDoorOf(House.roomOf(door.getKey())),
                        () -> "too many public types: " + door)));
    }

    @Test
    void noFileOutgrowsAReader() throws IOException {
        try (var files = Files.walk(house.sources())) {
            assertAll(files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> () -> assertTrue(
                            linesOf(file).size() <= LINES,
                            () -> file + " has " + linesOf(file).size() + " lines")));
        }
    }

    /// `launch` and `demo` speak to whoever typed the command, before and beside the log.
    @Test
    void nothingPrintsAndNothingThrowsBareExceptions() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(House.packageOf("launch"), House.packageOf("demo"))
                .should()
                .accessTargetWhere(PRINTING));
        check(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging"));
        check(noClasses().should().accessTargetWhere(BARE_EXCEPTION_MADE));
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(house.classes());
    }

    private static ArchRule onlyIn(String room, DescribedPredicate<? super JavaClass> library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(House.packageOf(room))
                .should()
                .dependOnClassesThat(library);
    }

    private void follow(String room, Deque<String> way) {
        assertFalse(way.contains(room), () -> "rooms that use each other in a circle: " + way + " -> " + room);
        way.addLast(room);
        house.mayUse().get(room).forEach(next -> follow(next, way));
        way.removeLast();
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }

    private String firstLineOf(JavaPackage room) {
        var file = house.sources().resolve(room.getName().replace('.', '/')).resolve("package-info.java");
        return linesOf(file).getFirst();
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }
}
