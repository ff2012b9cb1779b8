package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.slack.ThreadRef;
import dev.cowork.story.Desk;
import dev.cowork.story.Post;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Time as people see it: the reminder, the stand-in, who is away. The database is told that time has passed.
@QuarkusTest
class TimeStory {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("TPLAY0001");

    @TestHTTPResource("/")
    URI application;

    @Inject
    Proposing proposing;

    @Inject
    DeadlineChore chore;

    @Inject
    DataSource source;

    private final String reason = "Broken twice " + UUID.randomUUID();
    private Database tables;
    private Desk desk;
    private String thread;

    @BeforeEach
    void open() {
        tables = new Database(source);
        tables.change("update proposal set state = 'EXPIRED', settled_at = now() where state = 'OPEN'");
        forget();
        desk = Desk.open(application);
        thread = desk.ana().says(Desk.SUPPORT, Optional.empty(), "A hard one " + UUID.randomUUID());
    }

    @AfterEach
    void forget() {
        tables.change("delete from lead");
        tables.change("delete from absence");
        tables.change("delete from digest");
    }

    @Test
    void whoMayDecideIsRemindedOnceBeforeTheDeadline() {
        propose("150 USD");
        var card = card();

        passesAnHour();
        chore.run();
        chore.run();

        var reminder = desk.sam().sees(Desk.APPROVALS, "a reminder", post -> post.says("this still waits"));
        assertEquals(card.ts(), reminder.thread());
        assertTrue(reminder.says("<@USAM00001>") && reminder.says("<@UMIA00001>"), reminder.words());
        assertEquals(
                1,
                desk.sam().posts(Desk.APPROVALS).stream()
                        .filter(post -> post.says("this still waits"))
                        .count());
    }

    @Test
    void aManagerNamesTheStandInToWhomItGoesWhenNobodyDecides() {
        var home = desk.mia().opensHome();
        var form = home.pressesForForm("Who is called");
        assertEquals(
                Map.of("Goes to a person", "This person may not decide. Name a supervisor or a manager."),
                form.refused(Map.of("What for", "STAND_IN", "Goes to a person", "noa")));
        form.submit(Map.of("What for", "STAND_IN", "Goes to a person", "mia", "The stand-in is called after", "50 %"));
        propose("150 USD");
        card();

        passesAnHour();
        chore.run();

        var direct = desk.mia().sees(desk.mia().direct(), "the proposal", post -> post.says(reason));
        assertTrue(direct.has("Approve") && direct.has("Decline"), direct.words());
        desk.ana().sees(Desk.SUPPORT, "where it went", post -> post.says("it went on to <@UMIA00001>"));
        desk.mia().presses(direct, "Approve");
        var settled =
                desk.mia().sees(desk.mia().direct(), "the decision", post -> post.says("Approved by <@UMIA00001>"));
        assertTrue(settled.buttons().isEmpty(), () -> "live buttons: " + settled.buttons());
        desk.sam().sees(Desk.APPROVALS, "the same", post -> post.says("Approved by <@UMIA00001>"));
    }

    @Test
    void whoIsAwayIsRoutedPastAndTheCardSaysSo() {
        propose("150 USD");
        card();
        var sams = desk.sam().opensHome();
        var form = sams.pressesForForm("I'm away until…");
        assertTrue(form.refused(Map.of("Until", Instant.now().getEpochSecond() - 60))
                .get("Until")
                .contains("over already"));

        form.submit(Map.of("Until", Instant.now().getEpochSecond() + 7200));

        sams.shows("You are away until");
        var old = desk.mia().sees(Desk.APPROVALS, "who is away", post -> post.says("Away: <@USAM00001> until"));
        assertTrue(old.says("Waiting for <@UMIA00001>."), old.words());
        propose("160 USD");
        var fresh = desk.mia().sees(Desk.APPROVALS, "a new one", post -> post.says("160.00") && post.says(reason));
        assertTrue(fresh.says("Away: <@USAM00001>") && fresh.says("Waiting for <@UMIA00001>."), fresh.words());

        sams.presses("I am back");

        desk.mia()
                .sees(
                        Desk.APPROVALS,
                        "who is back",
                        post -> post.says("160.00") && post.says("Waiting for <@USAM00001>, <@UMIA00001>."));
        sams.isWithout("You are away until");
    }

    @Test
    void whoWasAwayAndWhoIsCalledStandsInTheAudit() {
        var mias = desk.mia().opensHome();
        mias.pressesForForm("Who is called").submit(Map.of("What for", "STAND_IN", "Goes to a person", "sam"));
        mias.pressesForForm("I'm away until…")
                .submit(Map.of("Until", Instant.now().getEpochSecond() + 7200));
        mias.shows("You are away until");
        mias.presses("I am back");
        mias.isWithout("You are away until");

        Eventually.is("all three are written", () -> written("led").isPresent());
        assertTrue(
                written("led").orElseThrow().contains("\"after\":\"USAM00001 after 75 %\""), written("led")::toString);
        assertTrue(written("led").orElseThrow().contains("\"before\":\"nobody\""), written("led")::toString);
        assertTrue(written("away").orElseThrow().contains("\"after\":\"away until 2"), written("away")::toString);
        assertTrue(written("back").orElseThrow().contains("\"after\":\"there\""), written("back")::toString);
    }

    /// The newest of them that Mia did.
    private Optional<String> written(String deed) {
        return tables
                .all(
                        "select body from audit_entry where workspace = ? and member = 'UMIA00001' and deed = ?"
                                + " and at > now() - interval '1 minute' order by seq desc limit 1",
                        WORKSPACE.value(),
                        deed)
                .stream()
                .findFirst();
    }

    @Test
    void whoHasManyOpenGetsOneListInsteadOfACallForEach() {
        for (var amount = 151; amount < 158; amount++) {
            propose(amount + " USD");
        }
        var last = desk.sam().sees(Desk.APPROVALS, "the last one", post -> post.says(reason) && post.says("157.00"));
        assertTrue(last.says("2 people who get a list of all that waits"), last.words());

        chore.run();
        chore.run();

        var list = desk.sam().sees(desk.sam().direct(), "the list", post -> post.says("wait for your decision"));
        assertTrue(list.says("Refund · $151.00") && list.buttons().isEmpty(), list.words());
        assertEquals(
                1,
                desk.sam().posts(desk.sam().direct()).stream()
                        .filter(post -> post.says("wait for your decision"))
                        .count());
    }

    @Test
    void whatExpiredIsNoRefusalAndIsAskedAgainByOnePress() {
        propose("150 USD");
        card();
        tables.change(
                "update proposal set version = version + 1, expires_at = now() - interval '1 second',"
                        + " asked_at = now() - interval '2 hours' where reason = ?",
                reason);
        chore.run();
        var expired = desk.ana().sees(Desk.SUPPORT, "the end", post -> post.says(reason) && post.has("Renew"));
        assertTrue(expired.says("that is no refusal"), expired.words());

        desk.sam().sees(Desk.APPROVALS, "the end there too", post -> post.says(reason) && post.has("Renew"));
        desk.ana().presses(expired, "Renew");

        var again = desk.sam().sees(Desk.APPROVALS, "it again", post -> post.says(reason) && post.has("Approve"));
        desk.sam()
                .sees(Desk.APPROVALS, "the call", post -> post.thread().equals(again.ts()) && post.says("renewed by"));
        desk.sam().presses(again, "Approve");
        desk.sam().sees(Desk.APPROVALS, "the decision", post -> post.says(reason) && post.says("Approved by"));
    }

    private void propose(String amount) {
        var wanted = new NewProposal(
                WORKSPACE,
                new ThreadRef(Desk.SUPPORT, thread),
                UUID.randomUUID().toString(),
                new MemberId("UANA00001"),
                Set.of(new MemberId("UANA00001")),
                new Ask.Compensation(Ask.Kind.REFUND, AuthorityMatrixTest.money(amount), reason),
                Optional.empty(),
                Circumstances.USUAL,
                "",
                UUID.randomUUID().toString());
        QuarkusTransaction.requiringNew().run(() -> proposing.propose(wanted));
    }

    private Post card() {
        return desk.sam().sees(Desk.APPROVALS, "the card", post -> post.says(reason) && post.has("Approve"));
    }

    /// As if it had been asked so long ago that more than half of its time is over.
    private void passesAnHour() {
        assertEquals(
                1,
                tables.change(
                        "update proposal set asked_at = expires_at - interval '10 hours' where reason = ?", reason));
    }
}
