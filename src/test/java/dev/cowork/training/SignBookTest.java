package dev.cowork.training;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.playbook.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pins that a trainee is read in their own language as in English: what calms, what enrages, and who went soft.
class SignBookTest {
    private static final Temper ANGRY = new Temper(4);

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void aGoodAgentCalmsTheCustomerAndShowsEveryStep(String language) throws IOException {
        var talk = talk(language);
        var course = course(talk, "good");

        assertTrue(course.temper().isCalm(), course.toString());
        assertEquals(EnumSet.allOf(Sign.class), course.shown());
        assertEquals(Set.of(), course.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void aBadAgentEnragesThem(String language) throws IOException {
        var course = course(talk(language), "bad");

        assertEquals(new Temper(5), course.temper(), course.toString());
        assertEquals(Set.of(), course.shown());
        assertEquals(Set.of(Fault.STOCK, Fault.BLAME, Fault.DELAY), course.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void aPromiseTakenBackIsSeen(String language) throws IOException {
        var said = talk(language).part("broken").items();
        var seen = Signs.in(said.getLast(), "", List.of(said.getFirst()));

        assertEquals(Set.of(Fault.BROKEN), seen.faults().keySet(), seen.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void aCustomerGoneSoftIsNoticedAndAnAngryOneLeftAlone(String language) throws IOException {
        var talk = talk(language);

        assertAll(talk.part("gone soft").items().stream()
                .map(line -> () -> assertNotEquals(Optional.empty(), PersonaGuard.correction(line, ANGRY), line)));
        assertAll(talk.part("angry").items().stream()
                .map(line -> () -> assertEquals(Optional.empty(), PersonaGuard.correction(line, ANGRY), line)));
    }

    @Test
    void aLanguageIsKnownByItsSmallWords() {
        assertEquals(1, SignBook.of("Ich schicke Ihnen das heute.").size());
        assertEquals(1, SignBook.of("I will send that to you.").size());
        assertEquals(SignBook.ALL.size(), SignBook.of("300!").size(), "where there are none, all languages count");
    }

    private record Course(Temper temper, Set<Sign> shown, Set<Fault> faults) {}

    private static Course course(Page talk, String heading) {
        var temper = ANGRY;
        var shown = new HashSet<Sign>();
        var faults = new HashSet<Fault>();
        var said = new ArrayList<String>();
        for (var message : talk.part(heading).items()) {
            var seen = Signs.in(message, talk.part("customer").items().getFirst(), said);
            var first = new HashSet<>(seen.signs().keySet());
            first.removeAll(shown);
            shown.addAll(first);
            faults.addAll(seen.faults().keySet());
            said.add(message);
            temper = temper.after(first, seen.faults().keySet());
        }
        return new Course(temper, shown, faults);
    }

    private static Page talk(String language) throws IOException {
        var file = language + ".md";
        return Page.of(
                file, Files.readString(Path.of("src/test/resources/talks").resolve(file)));
    }
}
