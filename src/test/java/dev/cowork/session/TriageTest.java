package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Answer;
import dev.cowork.partner.Sorting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer is angry, help me | angry or escalated customer (“angry”)",
                "Customer can't log in, error 'Invalid credentials' | technical troubleshooting (“can't log in”)",
                "They want to return a coat after 35 days | money, or outside policy (“after 35 days”)",
                "Our biggest customer has a wish | high-value customer (“biggest customer”)",
                "Hi, I'm new and this is a return | somebody is learning (“I'm new”)",
                "They got the wrong item twice | a second failure",
                "She says she sees us in court | angry or escalated customer (“legal steps”)",
                "Der Kunde ist wütend | angry or escalated customer (“wütend”)"
            })
    void eachTriggerOfTheGuideIsKnownByItsWords(String told, String reason) {
        var came = rules(told);

        assertEquals(Triage.Way.TOGETHER, came.way());
        assertTrue(came.line().startsWith("Worked out together: "), came.line());
        assertTrue(came.line().contains(reason), came.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer asks how to reset the device",
                "How do I change the address of an order?",
                "She wants to know our opening hours",
                "Do we ship to Norway?",
                "Kunde fragt, wie man das Passwort ändert"
            })
    void aPlainQuestionGetsItsDraftAtOnce(String told) {
        var came = rules(told);

        assertEquals(Triage.Way.QUICK, came.way());
        assertFalse(came.isUrgent());
        assertTrue(came.line().startsWith("Quick draft: a plain question (“"), came.line());
    }

    @Test
    void aPlainQuestionThatIsMoreThanThatIsWorkedOut() {
        assertEquals(
                Triage.Way.TOGETHER,
                rules("He asks how to get a refund and is furious").way());
        assertEquals(
                Triage.Way.TOGETHER,
                Triage.byRules("text", false, true, List.of("She wants to know our opening hours"))
                        .orElseThrow()
                        .way());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer is on the phone, furious about the broken lamp",
                "Live chat: the parcel is missing",
                "They need an answer now",
                "Kunde ist am Telefon"
            })
    void whoWaitsThisMinuteGetsAHoldingReplyFirst(String told) {
        var came = rules(told);

        assertTrue(came.isUrgent());
        assertTrue(came.line().startsWith("Urgent (“"), came.line());
        assertTrue(came.line().contains("so a holding reply comes first. Worked out together: "), came.line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"The parcel is lost somewhere.", "They want an immediate solution for the lamp", "help me"})
    void whatTheRulesDoNotTellIsLeftToTheFastModel(String told) {
        assertEquals(Optional.empty(), Triage.byRules("text", false, false, List.of(told)));
    }

    @Test
    void theKindSomebodyChoseIsAReason() {
        assertEquals(
                "Worked out together: high-value customer",
                Triage.byRules("high-value-customer", false, false, List.of("40 desks are stuck"))
                        .orElseThrow()
                        .line());
    }

    @Test
    void whoAsksForADraftGetsItAndHearsWhatItMayTake() {
        var came = Triage.byRules("text", true, false, List.of("Our biggest customer is furious"))
                .orElseThrow();

        assertEquals(
                new Triage(
                        Triage.Way.QUICK,
                        false,
                        "Quick draft, as you asked. It may take more than that: angry or escalated customer (“furious”) ·"
                                + " high-value customer (“biggest customer”)"),
                came);
    }

    @Test
    void theFastModelFindsNoPlainQuestionWhereItNamesAReason() {
        assertEquals(
                Triage.Way.QUICK, Triage.of(sorting(List.of(), true, false)).way());
        assertEquals(
                new Triage(Triage.Way.TOGETHER, false, "Worked out together: technical troubleshooting"),
                Triage.of(sorting(List.of("technical"), true, false)));
        assertEquals(
                "Urgent, so a holding reply comes first. Worked out together: no plain question that a draft alone would"
                        + " answer",
                Triage.of(sorting(List.of(), true, true)).line());
        assertEquals(Triage.Way.TOGETHER, Triage.unsure().way());
    }

    private static Sorting sorting(List<String> triggers, boolean isPlain, boolean isUrgent) {
        return new Sorting(triggers, isPlain, isUrgent, Answer.Usage.NONE);
    }

    private static Triage rules(String told) {
        return Triage.byRules("text", false, false, List.of(told)).orElseThrow(() -> new AssertionError(told));
    }
}
