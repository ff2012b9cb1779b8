package dev.cowork.partner;

import static dev.cowork.partner.PartnerUnavailableException.Cause.BUSY;
import static dev.cowork.partner.PartnerUnavailableException.Cause.CUT;
import static dev.cowork.partner.PartnerUnavailableException.Cause.EMPTY;
import static dev.cowork.partner.PartnerUnavailableException.Cause.MISCONFIGURED;
import static dev.cowork.partner.PartnerUnavailableException.Cause.OVERLOADED;
import static dev.cowork.partner.PartnerUnavailableException.Cause.REFUSED;
import static dev.cowork.partner.PartnerUnavailableException.Cause.SPENT;
import static dev.cowork.partner.PartnerUnavailableException.Cause.UNREACHABLE;
import static dev.cowork.standin.Said.message;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.standin.Said;
import dev.cowork.standin.Said.Fault;
import dev.cowork.standin.StandInClaude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the thread is told when Claude fails, and when Claude is asked again.
class ClaudeFaultsTest {
    private static final Said LONG = message(text("One two three four five six seven eight nine ten."));

    private final StandInClaude claude = new StandInClaude();
    private final List<Duration> pauses = new ArrayList<>();
    private final Desk desk = new Desk(Desk.with(claude, pauses));

    @AfterEach
    void stop() {
        claude.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("too many requests", Said.rateLimited(2), BUSY, 3),
                Arguments.of("overloaded", Said.overloaded(), OVERLOADED, 3),
                Arguments.of("a broken server", Said.status(500), OVERLOADED, 3),
                Arguments.of("a broken gateway", Said.status(502), OVERLOADED, 3),
                Arguments.of("the spend limit", Said.spendLimit(), SPENT, 1),
                Arguments.of("no credit left", Said.noCredit(), SPENT, 1),
                Arguments.of("a wrong key", Said.badKey(), MISCONFIGURED, 1),
                Arguments.of("a key without the right", Said.status(403), MISCONFIGURED, 1),
                Arguments.of("a wrong request", Said.status(400), MISCONFIGURED, 1),
                Arguments.of("an unknown model", Said.status(404), MISCONFIGURED, 1),
                Arguments.of("silence from the start", Said.hangs(), UNREACHABLE, 1),
                Arguments.of("silence before the first word", LONG.but(new Fault.Idle(2)), CUT, 1),
                Arguments.of("silence in the middle", LONG.but(new Fault.Idle(4)), CUT, 1),
                Arguments.of("a line cut before the first word", LONG.but(new Fault.Cut(2)), CUT, 1),
                Arguments.of("a line cut in the middle", LONG.but(new Fault.Cut(4)), CUT, 1),
                Arguments.of("a broken event", LONG.but(new Fault.Malformed(4)), CUT, 1),
                Arguments.of("an error in the middle", LONG.but(new Fault.ErrorEvent(4, "overloaded_error")), CUT, 1),
                Arguments.of(
                        "an error before the first word",
                        LONG.but(new Fault.ErrorEvent(1, "overloaded_error")),
                        OVERLOADED,
                        3),
                Arguments.of("a refusal", Said.refuses(), REFUSED, 1),
                Arguments.of("a refusal after some words", LONG.stoppedBy("refusal"), REFUSED, 1),
                Arguments.of("an empty answer", Said.nothing(), EMPTY, 1),
                Arguments.of("white space alone", message(text(" \n")), EMPTY, 1));
    }

    @ParameterizedTest(name = "{0} is {2} after {3} requests")
    @MethodSource("faults")
    void eachFaultHasItsNameAndItsPatience(String what, Said said, Cause cause, int requests) {
        claude.answersTo(_ -> true, _ -> said);

        var fault = assertThrows(PartnerUnavailableException.class, () -> desk.says("Help me."));

        assertEquals(cause, fault.kind());
        assertEquals(requests, claude.requests().size());
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        claude.close();

        var fault = assertThrows(PartnerUnavailableException.class, () -> desk.says("Help me."));

        assertEquals(UNREACHABLE, fault.kind());
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(2)), pauses);
    }

    @Test
    void twoFaultsNobodySawAreRepeatedAndForgotten() {
        claude.answers(Said.overloaded()).answers(Said.rateLimited(3)).answers(text("Here I am."));

        assertEquals("Here I am.", desk.says("Help me.").text());
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(3)), pauses);
    }

    @Test
    void aLongWaitIsTheAgentsToChoose() {
        claude.answers(Said.rateLimited(30));

        var fault = assertThrows(PartnerUnavailableException.class, () -> desk.says("Help me."));

        assertEquals(Optional.of(Duration.ofSeconds(30)), fault.retryAfter());
        assertEquals(List.of(), pauses);
    }

    @Test
    void waitingNeverTakesMoreThanEightSecondsInAll() {
        claude.answersTo(_ -> true, _ -> Said.rateLimited(5));

        assertThrows(PartnerUnavailableException.class, () -> desk.says("Help me."));

        assertEquals(List.of(Duration.ofSeconds(5)), pauses);
    }

    @Test
    void whatClaudeToldOneProcessTheOthersObey() {
        claude.answers(Said.rateLimited(30)).answers(text("Here I am."));
        var limit = new Together();
        var one = new Desk(Desk.with(claude, limit, pauses));
        var other = new Desk(Desk.with(claude, limit, pauses));
        assertThrows(PartnerUnavailableException.class, () -> one.says("Help me."));

        var fault = assertThrows(PartnerUnavailableException.class, () -> other.says("Help me too."));

        assertEquals(BUSY, fault.kind());
        assertEquals(Optional.of(Duration.ofSeconds(30)), fault.retryAfter());
        assertEquals(1, claude.requests().size(), "the other one asked nobody");
        limit.pause = Optional.empty();
        assertEquals("Here I am.", other.says("Help me too.").text());
    }

    private static final class Together implements SharedLimit {
        private Optional<Duration> pause = Optional.empty();

        @Override
        public Optional<Duration> blockedFor() {
            return pause;
        }

        @Override
        public void block(Duration length) {
            pause = Optional.of(length);
        }
    }

    @Test
    void afterAFaultTheSameWordsCanBeTriedAgain() {
        claude.answers(Said.badKey()).answers(text("Now it works."));
        assertThrows(PartnerUnavailableException.class, () -> desk.says("Help me."));

        assertEquals("Now it works.", desk.says("Help me.").text());
        assertEquals(claude.bodies().get(0), claude.bodies().get(1));
    }

    @Test
    void aListenerThatStopsEndsTheAnswer() {
        claude.answers(LONG);
        var partner = Desk.with(claude, pauses);

        assertThrows(
                IllegalStateException.class,
                () -> partner.reply(desk.brief("Help me."), _ -> {
                    throw new IllegalStateException("stopped");
                }));
        assertEquals(1, claude.requests().size());
    }
}
