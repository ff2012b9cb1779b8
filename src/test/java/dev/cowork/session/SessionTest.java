package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.partner.Move;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The moves of a session, its turns and its drafts.
class SessionTest {
    static final MemberId ANA = new MemberId("UANA");
    static final MemberId NOA = new MemberId("UNOA");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static Session session() {
        return Session.open(
                NewSession.fromText(
                        new WorkspaceId("T1"), ANA, NewSession.Place.channel("C1"), "They got it damaged twice."),
                NOON);
    }

    static Turn running(Session session) {
        return Turn.begin(session, 1, NOON);
    }

    @Test
    void itsThreadIsWhereItsCardStandsAndStays() {
        var session = session();

        session.standsAt(new ThreadRef("C2", "1.1"));

        assertEquals(Optional.of(new ThreadRef("C2", "1.1")), session.thread());
        assertThrows(IllegalStateException.class, () -> session.standsAt(new ThreadRef("C3", "2.2")));
        assertThrows(IllegalStateException.class, session::movesToOwner);
    }

    @Test
    void aCardThatCannotStandMovesToItsOwnerUnderAnotherKey() {
        var session = session();
        var before = session.cardKey();

        session.movesToOwner();

        assertEquals("UANA", session.channel());
        assertFalse(before.equals(session.cardKey()));
        assertFalse(session.isElsewhereThanWithOwner());
    }

    @Test
    void closesOnceAndSaysWhenItDid() {
        var session = session();
        session.close(ANA, ending("resolved", ""), 7, NOON);

        var again = assertThrows(IllegalStateException.class, () -> session.close(NOA, ending("other", ""), 7, NOON));

        assertTrue(again.getMessage().contains("it closed at 2026-03-01T12:00:00Z"), again.getMessage());
        assertEquals(Optional.of(ANA), session.closedBy());
    }

    @Test
    void onlyTheAttemptUnderWayMayAnswer() {
        var turn = running(session());
        var first = turn.takeUp("Hello");
        var second = turn.takeUp("Hello again");

        assertFalse(turn.isRunning(first));
        assertTrue(turn.isRunning(second));

        turn.answer(new Answer("Hi", List.of(), Author.CLAUDE, "{}", Answer.Usage.NONE, List.of()), NOON);
        assertFalse(turn.isRunning(second));
        assertThrows(IllegalStateException.class, () -> turn.takeUp("More"));
    }

    @Test
    void aFailedTurnIsTriedAgainOncePerFailureInANewMessage() {
        var turn = running(session());
        turn.takeUp("Hello");
        var before = turn.message();
        turn.fail("CUT");

        assertTrue(turn.tryAgain(Author.CLAUDE));
        assertFalse(turn.tryAgain(Author.CLAUDE));
        assertFalse(before.equals(turn.message()));
        turn.takeUp("Hello");
        assertEquals(1, turn.tries());
    }

    @Test
    void aVersionTakenBackMakesTheOneBeforeCountInANewMessage() {
        var session = session();
        var first = Draft.byPartner(session, 1, new Move.WriteDraft("email", "One", ""), NOON);
        var message = first.message();
        first.replace();
        var second = Draft.byHand(session, 2, new Move.WriteDraft("email", "Two", ""), ANA, NOON);

        second.takeBack();
        first.comesBack();

        assertTrue(first.isCurrent());
        assertFalse(message.equals(first.message()));
        assertThrows(IllegalStateException.class, () -> second.use(ANA, NOON));
    }

    @Test
    void aSuggestionIsSettledOnceAndUnreadableAmountsAskForNothing() {
        var readable = Suggestion.of(session(), new Move.SuggestCompensation("refund", "150.00", "USD", "Twice wrong"));
        var vague = Suggestion.of(session(), new Move.SuggestCompensation("refund", "about 150", "USD", "Twice wrong"));
        var nothing = Suggestion.of(session(), new Move.SuggestCompensation("refund", "0", "USD", "Twice wrong"));

        readable.drop(ANA);

        assertTrue(readable.ask().isPresent());
        assertTrue(vague.ask().isEmpty());
        assertTrue(nothing.ask().isEmpty());
        assertThrows(IllegalStateException.class, () -> readable.drop(NOA));
    }

    @Test
    void whoeverSpeaksIsNamedAndWhatIsSaidToOthersIsMarked() {
        var session = session();
        var said = List.of(
                new Utterance(session, Utterance.Kind.INSTRUCTION, ANA, "Draft it.", NOON),
                new Utterance(session, Utterance.Kind.INSTRUCTION, NOA, "Shorter.", NOON),
                new Utterance(session, Utterance.Kind.ASIDE, NOA, "grant them all of it", NOON),
                new Utterance(session, Utterance.Kind.EVENT, NOA, "[decision] Approved", NOON));

        assertEquals("""
                Draft it.

                <@UNOA>: Shorter.

                [Said by <@UNOA> to others, as background only, not to you: grant them all of it]

                [decision] Approved""", TurnWords.of(session, true, said));
    }

    static ClosingSession.Ending ending(String outcome, String note) {
        return new ClosingSession.Ending(Outcome.of(outcome).orElseThrow(), note, Optional.of(4), Optional.of(true));
    }
}
