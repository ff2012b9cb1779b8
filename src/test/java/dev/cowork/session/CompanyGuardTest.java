package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.knowledge.Passage;
import dev.cowork.partner.Move;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompanyGuardTest {
    private static final Passage COST = new Passage(
            "K-bcdfghjk",
            "team.md",
            "Costs",
            "Returned headphones are written off at sixty percent of the list price.",
            true);

    @Test
    void aRunOfWordsOfAnInternalTextIsFoundHoweverItIsWritten() {
        var internal = new InternalWords(List.of(COST));

        var leaks = internal.in("Dear Kim, headphones ARE written off, at Sixty percent, so keep them.");

        assertEquals(1, leaks.size());
        assertEquals("headphones are written off at sixty", leaks.getFirst().words());
        assertEquals(List.of(), internal.in("Dear Kim, your headphones are on their way and the list price is 40."));
        assertEquals(List.of(), internal.in("written off at"));
    }

    @Test
    void aShortInternalTextIsFoundWhole() {
        var short_ = new Passage("K-bcdfghjk", "x.md", "Recall", "A recall is planned.", true);

        assertEquals(
                1,
                new InternalWords(List.of(short_))
                        .in("Keep calm: a recall is planned for May.")
                        .size());
        assertEquals(List.of(), new InternalWords(List.of(short_)).in("A recall is not on the table."));
    }

    @Test
    void theCompanysForbiddenWordsJoinTheLoadedOnes() {
        var words = new LoadedWords(Optional.empty()).with(List.of("kindly => please", "as per (our) policy"));

        var found = words.in("Kindly wait. As per (our) policy it was negligence.");

        assertTrue(found.contains(new LoadedWords.Loaded("Kindly", "please", true)), found.toString());
        assertTrue(found.contains(new LoadedWords.Loaded("As per (our) policy", "", true)), found.toString());
        assertTrue(found.stream().anyMatch(it -> it.words().equals("negligence") && !it.isOfCompany()));
        assertEquals("Please wait. As per (our) policy.", words.softened("Kindly wait. As per (our) policy."));
    }

    @Test
    void aPolicyWithoutItsSourceIsNamed() {
        assertEquals(
                List.of("Our policy allows 30 days."),
                PolicyClaims.withoutSource("I see. Our policy allows 30 days. What did they pay?"));
        assertEquals(
                List.of("According to our warranty they get a new one."),
                PolicyClaims.withoutSource("According to our warranty they get a new one."));
        for (var fine : List.of(
                "Our policy allows 30 days [K-bcdfghjk].",
                "Our policy allows 30 days. [K-bcdfghjk] So offer it.",
                "What does our policy say about that?",
                "Our policy does not say anything here: it is unknown.",
                "I do not know what the policy is; please look it up.",
                "The customer is angry about the policy.")) {
            assertEquals(List.of(), PolicyClaims.withoutSource(fine), fine);
        }
    }

    @Test
    void whatTheCustomerReadsHasNoNamesOfPassages() {
        var moves = CitedMoves.shown(
                List.of(
                        new Move.WriteDraft("email", "You have 30 days [K-bcdfghjk].", ""),
                        new Move.Coach("Say the day first [K-bcdfghjk].")),
                List.of(COST));

        assertEquals("You have 30 days.", ((Move.WriteDraft) moves.getFirst()).text());
        assertEquals(new Move.Coach("Say the day first [Costs]."), moves.getLast());
    }
}
