package dev.cowork.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostDied;
import dev.cowork.partner.Author;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.partner.Retrospect;
import dev.cowork.privacy.Confidential;
import dev.cowork.session.SessionClosed;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Pins on a real database that a session is looked back on once and its tip is shared once.
@QuarkusTest
class DebriefRoomTest {
    private static final MemberId ANA = new MemberId("UANA00001");
    private static final Retrospect RETROSPECT = new Retrospect(
            "You asked before you offered.",
            "Say earlier when you will write again.",
            "Two damaged parcels in 3 months.",
            "Offer Jane a $40 credit before she asks.",
            Author.CLAUDE);

    private static final DebriefLinks LINKS =
            new DebriefLinks("https://slack.test/archives/C1/p12", "", "https://slack.test/archives/C1/p13");

    private final DebriefDesk desk;
    private final SharingTip sharing;
    private final BatchingTips batching;
    private final Event<SessionClosed> closings;
    private final Event<PostDied> deaths;
    private final DataSource database;

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final UUID session = UUID.randomUUID();
    private final SessionKey key = SessionKey.of(workspace, session);

    DebriefRoomTest(
            DebriefDesk desk,
            SharingTip sharing,
            BatchingTips batching,
            Event<SessionClosed> closings,
            Event<PostDied> deaths,
            DataSource database) {
        this.desk = desk;
        this.sharing = sharing;
        this.batching = batching;
        this.closings = closings;
        this.deaths = deaths;
        this.database = database;
    }

    @Test
    void asksForOneDebriefHoweverOftenTheCloseIsTold() throws SQLException {
        close();
        close();

        assertEquals(
                List.of("debrief/" + session + "/1"),
                rows("select key from inbox where workspace = ? and key like 'debrief/%'"));
        assertEquals(Optional.of("resolved: all well"), desk.outcomeIfWaiting(key));
    }

    @Test
    void asksForNothingWhereTheCloseDidNotHappen() throws SQLException {
        QuarkusTransaction.begin();
        closings.fire(closed());
        QuarkusTransaction.rollback();

        assertEquals(List.of(), rows("select key from inbox where workspace = ? and key like 'debrief/%'"));
        assertEquals(List.of(), rows("select session::text from debrief where workspace = ?"));
    }

    @Test
    void writesItOnceAndTakesTheCustomerOutOfTheTip() throws SQLException {
        close();

        desk.write(key, RETROSPECT, LINKS, Confidential.of("Jane Doe", ""));
        desk.write(key, RETROSPECT, LINKS, Confidential.of("Jane Doe", ""));

        assertEquals(List.of("debrief/" + session), rows("select key from outbox where workspace = ?"));
        var card = rows("select body from outbox where workspace = ?").getFirst();
        assertTrue(card.contains("You asked before you offered."), card);
        assertTrue(
                card.contains("Resolved · the first answer settled it · confidence 2 at the opening, 4 at the close"
                        + " · 7 minutes of work · 12 minutes from opening to close"),
                card);
        assertTrue(card.contains("https://slack.test/archives/C1/p12|See where"), card);
        assertTrue(card.contains("Offer the customer a $40 credit"), card);
        assertFalse(card.contains("Jane"), card);
    }

    @Test
    void saysThatItDidNotComeAndTriesAgainOncePerFailure() throws SQLException {
        close();
        desk.fail(key, Optional.of(Cause.OVERLOADED));

        desk.tryAgain(key);
        desk.tryAgain(key);
        desk.write(key, RETROSPECT, LINKS, Confidential.NOTHING);

        var cards = rows("select body from outbox where workspace = ? order by id");
        assertEquals(3, cards.size());
        assertTrue(cards.getFirst().contains("Claude has too much to do at the moment."), cards.getFirst());
        assertTrue(cards.getFirst().contains("Try again"), cards.getFirst());
        assertTrue(cards.getLast().contains("Share tip"), cards.getLast());
        assertEquals(
                List.of("debrief/" + session + "/1", "debrief/" + session + "/2"),
                rows("select key from inbox where workspace = ? and key like 'debrief/%' order by id"));
    }

    @Test
    void sharesATipOnceHoweverManyPress() throws SQLException {
        close();
        desk.write(key, RETROSPECT, LINKS, Confidential.NOTHING);

        sharing.share(gesture("one"), Optional.of(key), "Ask first.");
        sharing.share(gesture("one"), Optional.of(key), "Ask first.");
        sharing.share(gesture("two"), Optional.of(key), "Another.");

        assertEquals(List.of("Ask first."), rows("select words from tip where workspace = ?"));
        var posted = rows("select body from outbox where workspace = ? and key like 'tip/%'");
        assertEquals(1, posted.size());
        assertTrue(posted.getFirst().contains("claude-support-tips"), posted.getFirst());
        assertTrue(posted.getFirst().contains("<@UANA00001>"), posted.getFirst());
        var card = rows("select body from outbox where workspace = ? and key like 'debrief/%' order by id")
                .getLast();
        assertFalse(card.contains("tip_share"), card);
        assertEquals(Optional.empty(), sharing.suggested(key));
    }

    @Test
    void sharesATipByHandOncePerGesture() throws SQLException {
        sharing.share(gesture("hand"), Optional.empty(), "Ask first.");
        sharing.share(gesture("hand"), Optional.empty(), "Ask first.");
        sharing.share(gesture("other"), Optional.empty(), "Ask twice.");

        assertEquals(
                List.of("Ask first.", "Ask twice."),
                rows("select words from tip where workspace = ? order by shared_at"));
    }

    @Test
    void manyTipsInAnHourComeTogether() throws SQLException {
        for (var number = 1; number <= 23; number++) {
            sharing.share(gesture("many" + number), Optional.empty(), "Tip number " + number + ".");
        }
        var batch = rows("select distinct batch from tip where workspace = ? and batch is not null")
                .getFirst();
        assertEquals(
                20,
                rows("select key from outbox where workspace = ? and key like 'tip/%' and key not like '%/thanks'")
                        .size());
        assertEquals(
                List.of("tip-batch/" + batch),
                rows("select key from inbox where workspace = ? and key like 'tip-batch/%'"));

        QuarkusTransaction.requiringNew().run(() -> batching.post(workspace, batch));

        var together = rows("select body from outbox where workspace = ? and key like 'tips/%'");
        assertEquals(1, together.size());
        assertTrue(
                together.getFirst().contains("3 tips for the team")
                        && together.getFirst().contains("Tip number 21.")
                        && together.getFirst().contains("Tip number 23."),
                together.getFirst());
    }

    @Test
    void givesTheTipBackWhereSlackRefusesIt() throws SQLException {
        close();
        desk.write(key, RETROSPECT, LINKS, Confidential.NOTHING);
        sharing.share(gesture("one"), Optional.of(key), "Ask first.");
        var tip = new Key(rows("select key from outbox where workspace = ? and key like 'tip/%'")
                .getFirst());

        QuarkusTransaction.requiringNew()
                .run(() -> deaths.fire(new PostDied(workspace, tip, tip, "channel_not_found")));

        assertTrue(sharing.suggested(key).isPresent());
        var told = rows("select body from outbox where workspace = ? and key like 'tip/%/refused'")
                .getFirst();
        assertTrue(
                told.contains("channel_not_found") && told.contains("Ask first.") && told.contains("UANA00001"), told);
    }

    @Test
    void showsNothingOfAnotherWorkspace() {
        close();
        desk.write(key, RETROSPECT, LINKS, Confidential.NOTHING);
        var stranger = SessionKey.of(new WorkspaceId("TOTHER"), session);

        assertEquals(Optional.empty(), sharing.suggested(stranger));
        assertEquals(Optional.empty(), desk.outcomeIfWaiting(stranger));
    }

    private void close() {
        QuarkusTransaction.requiringNew().run(() -> closings.fire(closed()));
    }

    private SessionClosed closed() {
        var opened = Instant.parse("2026-11-22T10:00:00Z");
        return new SessionClosed(
                workspace,
                session,
                new ThreadRef("C1", "1.2"),
                ANA,
                ANA,
                "difficult-customer",
                "resolved",
                "all well",
                false,
                Optional.of(2),
                Optional.of(4),
                Optional.of(true),
                7,
                opened,
                opened.plusSeconds(12 * 60 + 30));
    }

    private Gesture gesture(String name) {
        return new Gesture(workspace, ANA, workspace, name);
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement(query)) {
            ask.setString(1, workspace.value());
            var answers = ask.executeQuery();
            var rows = new ArrayList<String>();
            while (answers.next()) {
                rows.add(answers.getString(1));
            }
            return rows;
        }
    }
}
