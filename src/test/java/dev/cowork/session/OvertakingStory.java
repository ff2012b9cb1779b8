package dev.cowork.session;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may decide a way, words that come while the partner writes, and words that can go out while a decision is
/// awaited.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class OvertakingStory {
    private StandInClaude claude;

    @BeforeEach
    void forget() {
        claude.forget();
    }

    @Test
    void aCorrectionWhileItWritesStopsItAndIsTakenIn() {
        claude.takesBetweenEvents(Duration.ofMillis(100))
                .answersTo(
                        "the parcel went astray",
                        Said.message(text("We look at the warehouse. ".repeat(300) + "This is the end of it.")));
        var it = Case.opened("the parcel went astray");
        it.shows("We look at the warehouse");
        claude.answersTo("no, it was the carrier", Said.message(text("Then we ask the carrier.")));

        it.says("no, it was the carrier");

        it.shows("Then we ask the carrier.");
        var last = StandInClaude.lastWords(claude.lastRequestOf("the parcel went astray"));
        assertTrue(last.contains("the parcel went astray") && last.contains("no, it was the carrier"), last);
        assertTrue(it.lacks("the end of it"));
        LocalSlack.soon(
                "the answer alone, without what was begun",
                () -> Optional.of(it).filter(all -> all.lacks("We look at the warehouse")));
    }

    @Test
    void theHoldingReplyNamesTheTrueDeadline() {
        claude.answersTo(
                "a promise to hold back",
                Said.message(
                        text("Here."),
                        tool(
                                "write_draft",
                                Map.of("channel", "email", "text", "We refund you $150 today.", "change", "")),
                        refund("150.00", "Held back twice.")));
        claude.answersTo("Write me a holding reply", Said.message(text("It holds.")));
        claude.answersTo("The decision is due within", Said.message(text("It holds until they have decided.")));
        var it = Case.opened("a promise to hold back");
        it.presses(it.shows("We refund you $150 today."), "Use this");
        var locked = it.shows("cannot be used yet");

        it.presses(locked, "Write a holding reply");
        it.shows("Nothing was sent to be decided yet, so name no time");
        it.shows("It holds.");
        it.presses(it.shows("Held back twice."), "Send to supervisor");
        it.shows("Sent to supervisor by");
        it.presses(locked, "Write a holding reply");

        it.shows("name no shorter time");
        assertTrue(it.shows("The decision is due within").toString().contains("hours"), "no deadline");
        it.shows("It holds until they have decided.");
    }

    @Test
    void everyApproachHasItsLabelFromTheMatrixWhateverThePartnerSays() {
        claude.answersTo(
                "three ways to label",
                Said.message(
                        text("Three ways."),
                        tool(
                                "offer_approaches",
                                Map.of(
                                        "approaches",
                                        List.of(
                                                way("Explain it", "Say what happened.", "Nothing", "none"),
                                                way("Give it all back", "Refund $150.", "$150", "none"),
                                                way("Bend it", "Make an exception this once.", "Nothing", "none"))))));
        claude.answersTo("Let's take approach 1", Said.message(text("Here is its draft.")));
        var it = Case.opened("three ways to label");

        var card = it.shows("Give it all back").toString();
        assertTrue(card.contains("*You may do this now*"), card);
        assertTrue(card.contains("Needs a supervisor: $150.00 is above"), card);
        assertTrue(card.contains("A policy exception always needs a supervisor"), card);

        it.pressesNumbered(it.shows("Give it all back"), "choose:1");

        it.shows("Here is its draft.");
        assertTrue(claude.lastRequestOf("three ways to label").toString().contains("[You may do this now]"));
    }

    private static Map<String, Object> way(String title, String summary, String cost, String grants) {
        return Map.of(
                "title",
                title,
                "summary",
                summary,
                "pros",
                List.of("a"),
                "cons",
                List.of("b"),
                "cost",
                cost,
                "precedent",
                "None",
                "grants",
                grants);
    }
}
