package dev.cowork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Practice;
import dev.cowork.playbook.Opening;
import dev.cowork.playbook.Openings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Pins the drills that come along, and how a company's own are read.
class DrillsTest {
    private static final Path FOLDER = Path.of("target", "own-drills");

    @Test
    void thereAreAtLeastTwelveOverAllFiveKinds() {
        var drills = DrillShelf.builtIn();
        var kinds = drills.stream().map(Drill::kind).collect(Collectors.toSet());

        assertTrue(drills.size() >= 12, "drills: " + drills.size());
        assertEquals(new Openings().all().stream().map(Opening::id).collect(Collectors.toSet()), kinds);
        assertTrue(drills.stream()
                .map(Drill::id)
                .toList()
                .containsAll(List.of("wrong-item-twice", "login-no-mail", "day-35-return", "second-damaged")));
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void itsGoodReplyEarnsWhatItNeeds(Drill drill) {
        var seen = Signs.in(drill.goodReply(), drill.story(), List.of());

        assertTrue(seen.steps().containsAll(drill.needs()), drill + " earns only " + seen);
        assertEquals(Map.of(), seen.faults(), drill.toString());
        assertTrue(drill.asks().stream().allMatch(ask -> !ask.points().isEmpty()), drill.toString());
        assertTrue(
                drill.unlockedBy().isIn("What happened before, and is there anything I should know?")
                        || drill.unlockedBy().isIn("Could you tell me more?"),
                drill.toString());
        assertTrue(drill.title().length() <= 55, drill.title());
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void itsCoachGivesNothingAwayBeforeTelling(Drill drill) {
        for (var help : Help.values()) {
            var lesson = new Lesson(drill, help);
            for (var message = 0; message < 20 && !lesson.isWriting(); message++) {
                var next = lesson.hear(new Lesson.Heard("…", Practice.Seen.NOTHING));
                assertTrue(
                        next.rung() == Lesson.Rung.TELL || !CoachGuard.givesAway(next.words(), next),
                        drill + " at " + next);
            }
            assertTrue(lesson.isWriting(), drill + " with " + help + " never gets to writing");
        }
    }

    @Test
    void aCompanysOwnDrillIsReadAndABrokenOneNamed() throws IOException {
        Files.createDirectories(FOLDER);
        var own = DrillShelf.builtIn().getFirst().source().replace("Wrong item twice", "Our own case");
        Files.writeString(FOLDER.resolve("our-case.md"), own);

        assertEquals(
                "Our own case, and a lawsuit threatened",
                DrillFile.read("our-case", own).title());
        var broken = assertThrows(
                DrillFile.UnreadableDrillException.class,
                () -> DrillFile.read("our-case", own.replace("temper: 5", "temper: hot")));
        assertEquals(
                "the drill our-case cannot be read: its temper is \"hot\", not a number from 1 to 5",
                broken.getMessage());
        var empty = assertThrows(
                DrillFile.UnreadableDrillException.class,
                () -> DrillFile.read("our-case", own.replace("# goal", "# aim")));
        assertEquals("the drill our-case cannot be read: it has nothing under \"# goal\"", empty.getMessage());
    }

    @Test
    void aDrillMadeByAPersonIsReadLikeOne() {
        var drill = made();

        assertEquals("A parcel was left with a neighbour.\nnot a heading", drill.situation());
        assertEquals(new Temper(4), drill.temper());
        assertEquals(3, drill.asks().getFirst().points().size());
    }

    /// Each finds all three points in a language there are signs for, and asks for what was not said.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They ordered it and it was left with a neighbour. They want their parcel. A refund goes to my supervisor.|Why is it so urgent for you?
            Das Paket wurde bestellt und kam beim Nachbarn an. Sie will ihr Paket. Über Geld entscheidet mein Teamleiter.|Warum eilt es denn so?
            El paquete llegó a casa de un vecino. La clienta quiere su paquete. El dinero lo decide mi supervisor.|¿Qué pasó con el vecino?
            Le colis est arrivé chez un voisin. La cliente veut son colis. Pour l'argent, c'est ma responsable qui décide.|Pourquoi est-ce urgent pour vous ?
            """)
    void aDrillMadeByAPersonHearsEveryLanguage(String thoughts, String question) {
        var lesson = new Lesson(made(), Help.FULL);
        lesson.hear(new Lesson.Heard("?", Practice.Seen.NOTHING));

        var next = lesson.hear(new Lesson.Heard(thoughts, Practice.Seen.NOTHING));

        assertTrue(lesson.isWriting(), next.words());
        assertEquals(Lesson.Rung.ASK, next.rung(), "nothing had to be told");
        assertTrue(made().unlockedBy().isIn(question), question);
    }

    /// "was" asks in German and not in English.
    @Test
    void aWordOfOneLanguageAsksNothingInAnother() {
        assertFalse(made().unlockedBy().isIn("It was late, was it not?"));
        assertTrue(made().unlockedBy().isIn("Was ist denn mit dem Paket?"));
    }

    @Test
    void aNameThatNoLanguageKnowsIsNoPattern() {
        var broken = assertThrows(
                DrillFile.UnreadableDrillException.class,
                () -> DrillFile.read("our-case", made().source().replace("known: @wants", "known: @wishes")));
        assertEquals("the drill our-case cannot be read: \"@wishes\" is no pattern", broken.getMessage());
    }

    private static Drill made() {
        return saying("Where is it?");
    }

    static Drill saying(String firstWords) {
        var script = MadeScript.of(Map.of(
                "title", "Parcel at the neighbour's",
                "kind", "difficult-customer",
                "temper", "4",
                "situation", "A parcel was left with a neighbour.\n# not a heading",
                "says", firstWords,
                "goal", "I want my parcel.",
                "history", "None.",
                "unsaid", "The neighbour is on holiday.",
                "reply", "You will have it by noon tomorrow.",
                "points", Drill.Ask.POINTS));
        return DrillFile.read("made/1", script.text());
    }

    static List<Drill> builtIn() {
        return DrillShelf.builtIn();
    }
}
