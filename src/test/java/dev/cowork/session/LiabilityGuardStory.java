package dev.cowork.session;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A threat is never missed and an admission never slips out, whatever the partner says.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class LiabilityGuardStory {
    private StandInClaude claude;

    @BeforeEach
    void forget() {
        claude.forget();
    }

    @Test
    void aThreatBringsUpAnEscalationAndAnAdmissionIsFlaggedWithBetterWords() {
        claude.answersTo(
                "now speaks of a lawsuit",
                Said.message(
                        text("Just be nice to them."),
                        tool(
                                "note_facts",
                                Map.of(
                                        "facts",
                                        List.of(Map.of(
                                                "standing", "assumed",
                                                "statement", "The warehouse mixed up the labels")))),
                        tool(
                                "write_draft",
                                Map.of(
                                        "channel",
                                        "email",
                                        "text",
                                        "I am sorry. This was negligence. The warehouse mixed up your labels.",
                                        "change",
                                        ""))));
        claude.answersTo("and now", Said.message(text("Now we wait.")));

        var it = Case.opened("customer now speaks of a lawsuit");

        var escalation = it.shows("The customer speaks of legal steps: “customer now speaks of a lawsuit”");
        assertTrue(escalation.toString().contains("Send to supervisor"), escalation.toString());
        var draft = it.shows("This was negligence");
        assertTrue(draft.toString().contains("reads like an admission. Put instead: “a mistake”"), draft.toString());
        assertTrue(draft.toString().contains("States as a fact what is only assumed"), draft.toString());
        assertFalse(draft.toString().contains("“sorry”"), draft.toString());

        it.presses(draft, "Put it that way");

        it.shows("I am sorry. This was a mistake.");
        it.shows("“a mistake” instead of “negligence”");
        it.says("and now").shows("Now we wait.");
        assertTrue(claude.lastRequestOf("customer now speaks of a lawsuit")
                .toString()
                .contains("edited the draft by hand"));
    }
}
