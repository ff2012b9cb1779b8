package dev.cowork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Author;
import dev.cowork.partner.Practice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pins that the customer's temper follows what the agent really wrote, whatever the model behind declares.
class TemperTest {
    private static final Drill CASE = LessonTest.drill("second-damaged");

    private static final List<String> GOOD = List.of(
            "Alex, this is the second time in three months that a parcel from us reached you broken, and this time it is a"
                    + " 300 dollar lamp. That is really frustrating after you trusted us again. I am sorry; we should have"
                    + " packed it better.",
            "I will send a new lamp today, by express, or refund it in full: which would you prefer? You will have the"
                    + " tracking link from me by five today.",
            "I am also finding out why it broke, so that it does not happen again. What did the delay cost you?");

    private static final List<String> BAD = List.of(
            "I understand your frustration and apologize for any inconvenience. Your business is important to us.",
            "As I said, you should have checked the parcel at the door. We will get back to you as soon as possible.",
            "Please be patient. Unfortunately this can take a while.");

    /// What the model declares to see in a message.
    enum Model {
        PLAYBOOK,
        HONEST,
        SEES_EVERYTHING,
        SEES_NOTHING,
        SEES_ONLY_FAULTS;

        Practice.Seen declare(String message, Seen rules) {
            var first = Signs.sentences(message).getFirst();
            var last = Signs.sentences(message).getLast();
            var seen = new HashMap<String, String>();
            switch (this) {
                case PLAYBOOK -> {
                    return Practice.Seen.NOTHING;
                }
                case HONEST -> {
                    rules.signs().forEach((sign, words) -> seen.put(name(sign), words));
                    rules.faults().forEach((fault, words) -> seen.put(name(fault), words));
                }
                case SEES_EVERYTHING -> List.of(Sign.values()).forEach(sign -> seen.put(name(sign), first));
                case SEES_NOTHING -> {}
                case SEES_ONLY_FAULTS -> List.of(Fault.values()).forEach(fault -> seen.put(name(fault), last));
            }
            return new Practice.Seen(seen, Author.CLAUDE);
        }

        private static String name(Enum<?> thing) {
            return thing.name().toLowerCase(Locale.ROOT);
        }
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void aGoodAgentBringsTheTemperDownWhateverTheModelSays(Model model) {
        var course = course(GOOD, model);

        assertTrue(course.getLast().value() < CASE.temper().value(), model + ": " + course);
        if (model != Model.SEES_ONLY_FAULTS) {
            assertTrue(course.getLast().isCalm(), model + ": " + course);
        }
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void aBadAgentNeverDoesWhateverTheModelSays(Model model) {
        var course = course(BAD, model);

        assertTrue(
                course.stream()
                        .allMatch(temper -> temper.value() >= CASE.temper().value()),
                model + ": " + course);
        assertEquals(new Temper(5), course.getLast());
    }

    @Test
    void theSameStepTwiceCountsOnce() {
        var kind = "That must be frustrating, Alex.";

        assertEquals(
                new Temper(3), course(List.of(kind, kind, kind), Model.HONEST).getLast());
    }

    @Test
    void aPromiseTakenBackMakesItWorse() {
        var seen = Signs.in(
                "It turns out that I cannot send the new lamp after all.",
                CASE.firstWords(),
                List.of("I will send a new lamp today."));

        assertEquals(Set.of(Fault.BROKEN), seen.faults().keySet());
    }

    @Test
    void aStockSentenceEarnsNothing() {
        var seen = Signs.in(
                "I understand your frustration about the lamp that arrived in pieces for the second time.",
                CASE.firstWords(),
                List.of());

        assertEquals(Map.of(), seen.signs());
        assertEquals(Set.of(Fault.STOCK), seen.faults().keySet());
    }

    private static List<Temper> course(List<String> messages, Model model) {
        var temper = CASE.temper();
        var shown = new HashSet<Sign>();
        var said = new ArrayList<String>();
        var course = new ArrayList<Temper>();
        for (var message : messages) {
            var rules = Signs.in(message, CASE.situation() + "\n" + CASE.firstWords(), said);
            var seen = StrictReading.of(rules, model.declare(message, rules));
            var first = new HashSet<>(seen.signs().keySet());
            first.removeAll(shown);
            shown.addAll(first);
            said.add(message);
            temper = temper.after(first, seen.faults().keySet());
            course.add(temper);
        }
        return course;
    }
}
