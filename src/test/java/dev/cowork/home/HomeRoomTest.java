package dev.cowork.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.model.block.SectionBlock;
import dev.cowork.Eventually;
import dev.cowork.impact.ImpactBook;
import dev.cowork.insight.GapBook;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.ProposalId;
import dev.cowork.session.SessionBook;
import dev.cowork.session.SessionClosed;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.slack.ThreadRef;
import dev.cowork.training.PracticeBook;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Pins what Home and the small commands show, on a real database.
@QuarkusTest
class HomeRoomTest {
    private static final MemberId ANA = new MemberId("UANA00001");
    private static final Instant DAY = Instant.parse("2026-11-22T10:00:00Z");
    private static final ThreadRef THREAD = new ThreadRef("C1", "1.2");

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final HomeListener listener;
    private final HelpCommand help;
    private final ImpactCommand impact;
    private final Event<SessionClosed> closings;
    private final DataSource database;

    HomeRoomTest(
            HomeListener listener,
            HelpCommand help,
            ImpactCommand impact,
            Event<SessionClosed> closings,
            DataSource database) {
        this.listener = listener;
        this.help = help;
        this.impact = impact;
        this.closings = closings;
        this.database = database;
    }

    @Test
    void tellsANewcomerWhatToDo() {
        open("first");

        var home = homes().getFirst();
        assertTrue(home.contains("Start a session"), home);
        assertTrue(home.contains("Answer the questions in the thread"), home);
        assertTrue(home.contains("Getting started"), home);
        assertFalse(home.contains("Waits for you"), home);
    }

    @Test
    void isRefreshedForThoseWhoHaveOpenedItOnly() {
        close(UUID.randomUUID());
        assertEquals(List.of(), homes());

        open("first");
        close(UUID.randomUUID());

        Eventually.is("Home is put up again", () -> homes().size() == 2);
    }

    @Test
    void leavesTheMessagesTabAlone() {
        assertInstanceOf(Reply.Done.class, listener.atOnce(new Inbound.HomeOpened(gesture("x"), "messages")));
    }

    @Test
    void helpAnswersTheFourQuestionsInOneMessage() {
        var words = assertInstanceOf(Reply.Whisper.class, help.atOnce(command("help"), ""))
                .text();

        for (var expected : List.of(
                "`/cowork quick QUESTION`",
                "`/cowork forget REF`",
                "It feels slower than just asking for a draft",
                "I don't know what questions to ask",
                "The suggestions don't match our voice",
                "My team isn't using it",
                "#claude-support-tips")) {
            assertTrue(words.contains(expected), expected);
        }
        assertTrue(words.length() < 4000);
        assertFalse(help.isMeantBy("me with an angry customer"));
    }

    @Test
    void impactCountsNothingWhereNothingHappened() {
        var words = assertInstanceOf(Reply.Whisper.class, impact.atOnce(command("impact"), ""))
                .text();

        assertTrue(words.startsWith("You have not opened a session yet"), words);
    }

    @Test
    void ticksOnlyWhatHappened() {
        var training = session("training", "", true);
        var real = session("difficult-customer", "T-1", true);
        var open = session("complex-problem", "T-2", false);

        assertEquals(List.of(true, false, false, false, false, false), ticks(List.of(), 0));
        assertEquals(List.of(true, false, true, false, false, false), ticks(List.of(training), 0));
        assertEquals(List.of(true, false, false, true, false, false), ticks(List.of(open), 0));
        assertTrue(
                FirstSteps.of(seen(List.of(training, real, open), 1), "/cowork").isComplete());
    }

    @Test
    void fitsIntoAHomeHoweverMuchThereIs() {
        var sessions = IntStream.range(0, 200)
                .mapToObj(_ -> session("high-value-customer", "<&>".repeat(1000), false))
                .toList();
        var proposals = IntStream.range(0, 200).mapToObj(_ -> proposal()).toList();

        var view = new HomePage(workspace, seen(sessions, proposals), "/cowork", "Cowork").view();

        assertTrue(view.getBlocks().size() <= 100, "blocks: " + view.getBlocks().size());
        view.getBlocks().stream()
                .filter(SectionBlock.class::isInstance)
                .forEach(block ->
                        assertTrue(((SectionBlock) block).getText().getText().length() <= 3000));
        assertFalse(view.toString().contains("<&"), "people's words come alive");
    }

    private static List<Boolean> ticks(List<SessionBook.Entry> sessions, long tips) {
        return FirstSteps.of(seen(sessions, tips), "/cowork").steps().stream()
                .map(FirstSteps.Step::isDone)
                .toList();
    }

    private static Deeds.Seen seen(List<SessionBook.Entry> sessions, long tips) {
        return new Deeds.Seen(
                sessions,
                new ProposalBook.Desk(List.of(), 0, List.of(), 0, List.of(), Optional.empty()),
                false,
                tips,
                0,
                false,
                List.of(),
                new PracticeBook.Own(0, false, List.of()),
                new GapBook.Desk(List.of(), 0, List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImpactBook.Own.NONE,
                List.of(),
                0);
    }

    private static Deeds.Seen seen(List<SessionBook.Entry> sessions, List<ProposalBook.Entry> proposals) {
        return new Deeds.Seen(
                sessions,
                new ProposalBook.Desk(proposals, 200, proposals, 200, proposals.subList(0, 5), Optional.of(DAY)),
                true,
                0,
                0,
                false,
                List.of(),
                new PracticeBook.Own(0, false, List.of()),
                new GapBook.Desk(List.of(), 0, List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImpactBook.Own.NONE,
                List.of(),
                0);
    }

    private static SessionBook.Entry session(String opening, String ticket, boolean isClosed) {
        return new SessionBook.Entry(
                UUID.randomUUID(),
                Optional.of(THREAD),
                opening,
                opening.equals("difficult-customer") ? "Difficult customer" : "The parcel is lost",
                ticket,
                false,
                DAY,
                isClosed ? Optional.of(DAY.plusSeconds(600)) : Optional.empty(),
                isClosed ? "resolved" : "");
    }

    private static ProposalBook.Entry proposal() {
        var ask = new Ask.Compensation(
                Ask.Kind.POLICY_EXCEPTION, Money.parse("150 USD").orElseThrow(), "<&>".repeat(1000));
        return new ProposalBook.Entry(
                new ProposalId(UUID.randomUUID()),
                UUID.randomUUID().toString(),
                THREAD,
                ask,
                ProposalBook.State.OPEN,
                ANA,
                DAY,
                DAY,
                Optional.empty(),
                UUID.randomUUID() + ":1",
                Optional.empty());
    }

    private void open(String key) {
        QuarkusTransaction.requiringNew().run(() -> listener.hear(new Inbound.HomeOpened(gesture(key), "home")));
    }

    private void close(UUID session) {
        QuarkusTransaction.requiringNew()
                .run(() -> closings.fire(new SessionClosed(
                        workspace,
                        session,
                        THREAD,
                        ANA,
                        ANA,
                        "text",
                        "resolved",
                        "",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        DAY,
                        DAY.plusSeconds(60))));
    }

    private Gesture gesture(String key) {
        return new Gesture(workspace, ANA, workspace, key);
    }

    private Inbound.Commanded command(String text) {
        return new Inbound.Commanded(gesture(text), "C1", text, "trigger", "http://127.0.0.1/");
    }

    private List<String> homes() {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement(
                        "select body from outbox where workspace = ? and key like 'home/%' order by id")) {
            ask.setString(1, workspace.value());
            var answers = ask.executeQuery();
            var bodies = new ArrayList<String>();
            while (answers.next()) {
                bodies.add(answers.getString(1));
            }
            return bodies;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
