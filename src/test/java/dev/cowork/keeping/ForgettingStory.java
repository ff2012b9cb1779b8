package dev.cowork.keeping;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.CaseThread;
import dev.cowork.story.Desk;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept goes when its time is over or an administrator says so, whole, and comes out as a file before.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class ForgettingStory {
    private static final WorkspaceId PLAYGROUND = new WorkspaceId("TPLAY0001");

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    @Inject
    RetentionChore chore;

    StandInClaude claude;

    private final String secret = "gondola" + UUID.randomUUID().toString().substring(0, 8);
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(application);
        claude.forget();
        claude.answersTo(
                secret,
                Said.message(
                        text("Let us look at the " + secret + "."),
                        tool(
                                "write_draft",
                                Map.of(
                                        "channel",
                                        "email",
                                        "text",
                                        "We are sorry about the " + secret + ".",
                                        "change",
                                        "")),
                        refund("150.00", "The " + secret + " sank.")));
    }

    @Test
    void anAdministratorForgetsATicketWholeAndHasAReceipt() {
        var thread = decided();
        about(thread);

        desk.ana().types("/cowork forget " + secret, Desk.SUPPORT);
        desk.ana().isTold(Desk.SUPPORT, "Only administrators delete what is kept");
        desk.mia().types("/cowork forget nobody-" + secret, Desk.SUPPORT);
        desk.mia().isTold(Desk.SUPPORT, "Nothing is kept about");
        assertTrue(!holding().isEmpty());

        var form = desk.mia().typesForForm("/cowork forget " + secret, Desk.SUPPORT);
        assertTrue(form.words().contains("1 × sessions") && form.words().contains("This stays"), form.words());
        form.submit(Map.of());

        var receipt = desk.mia()
                .sees(desk.mia().direct(), "a receipt", post -> post.says("It is deleted") && post.says("Receipt"));
        assertTrue(receipt.says("1 × sessions"), receipt.words());
        Eventually.is(
                "nothing is kept of it", Duration.ofSeconds(45), () -> holding().isEmpty(), this::holding);
        assertEquals(
                1,
                database()
                        .count(
                                "select count(*) from proposal_decision d join proposal p on p.workspace = d.workspace"
                                        + " and p.id = d.proposal where p.thread_ts = ? and d.verdict = 'APPROVED'",
                                thread.root()));
        assertTrue(database().count("select count(*) from audit_entry where deed = 'forgot'") > 0);
    }

    /// A preview deletes nothing; what is the person's goes, what is the record's or another's stays.
    @Test
    void anAdministratorForgetsAPerson() {
        var theirs = desk.noa().cowork("My " + secret + " sinks slowly.");
        theirs.shows("Let us look at the " + secret);
        var anas = desk.ana().cowork("Another boat, and it floats.");
        desk.noa().opensHome();
        settled();

        var form = desk.mia().typesForForm("/cowork forget <@UNOA00001>", Desk.SUPPORT);
        assertTrue(
                form.words().contains("× sessions, with their drafts and facts")
                        && form.words().contains("× visits to App Home")
                        && form.words().contains("who decided what"),
                form.words());
        assertEquals(1, database().count("select count(*) from session where thread_ts = ?", theirs.root()));
        form.submit(Map.of());

        var receipt = desk.mia()
                .sees(
                        desk.mia().direct(),
                        "a receipt",
                        post -> post.says("Receipt") && post.says("visits to App Home"));
        assertTrue(receipt.says("sessions, with their drafts and facts"), receipt.words());
        assertEquals(0, database().count("select count(*) from session where owner = 'UNOA00001'"));
        assertEquals(0, database().count("select count(*) from home_visit where member = 'UNOA00001'"));
        assertEquals(1, database().count("select count(*) from session where thread_ts = ?", anas.root()));
        assertEquals(
                0,
                database()
                        .count("select count(*) from audit_entry where deed = 'forgot'"
                                + " and position('UNOA00001' in audit_entry::text) > 0"));
    }

    @Test
    void whatIsOldGoesByItselfAndWhatIsYoungStays() {
        var old = decided();
        var young = desk.ana().cowork("Another gondola, and it floats.");
        young.says("Thanks.");
        database().change("update session set opened_at = now() - interval '101 days' where thread_ts = ?", old.root());
        database()
                .change(
                        "update turn set begun_at = now() - interval '100 days' where session in"
                                + " (select id from session where thread_ts = ?)",
                        old.root());
        database()
                .change("update proposal set settled_at = now() - interval '99 days' where thread_ts = ?", old.root());
        for (var table : List.of("inbox", "outbox")) {
            database()
                    .change(
                            "update " + table
                                    + " set ended_at = now() - interval '100 days' where position(? in body) > 0"
                                    + " and state in ('DONE', 'SENT')",
                            secret);
        }

        Within.workspace(PLAYGROUND, () -> chore.letGoOld(PLAYGROUND));

        Eventually.is(
                "nothing is kept of it", Duration.ofSeconds(45), () -> holding().isEmpty(), this::holding);
        assertEquals(1, database().count("select count(*) from session where thread_ts = ?", young.root()));
    }

    @Test
    void aSessionComesOutAsAFileForWhoWorkedInItAndAPersonsDataForThemselves() {
        var thread = decided();
        about(thread);
        var id = database().one("select id from session where thread_ts = ?", thread.root());
        var files = "/dashboard/export/session/" + id;

        as("UANA00001")
                .get("/dashboard/export?ref=" + secret)
                .then()
                .statusCode(200)
                .body(containsString(files + ".md"));
        as("UANA00001")
                .get(files + ".md")
                .then()
                .statusCode(200)
                .body(containsString("We are sorry about the " + secret));
        as("UANA00001").get(files + ".json").then().statusCode(200).body(containsString("\"draft\""));
        as("UANA00001").get("/dashboard/export/me.json").then().statusCode(200).body(containsString(secret));
        as("UNOA00001")
                .get("/dashboard/export?ref=" + secret)
                .then()
                .statusCode(200)
                .body(not(containsString(id)));
        as("UNOA00001").get(files + ".md").then().statusCode(404);
        as("UNOA00001").get(files + ".json").then().statusCode(404);
        as("UNOA00001").get("/dashboard/export/me.json").then().statusCode(200).body(not(containsString(secret)));
    }

    private static io.restassured.specification.RequestSpecification as(String person) {
        return given().redirects().follow(false).cookie("playground-person", person);
    }

    /// A case with a draft and an approved proposal.
    private CaseThread decided() {
        var thread = desk.ana().cowork("The " + secret + " sank. They paid $150.");
        thread.presses("Send to supervisor");
        var card = desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve") && post.says(secret));
        desk.sam().presses(card, "Approve");
        thread.shows("Approved");
        settled();
        return thread;
    }

    private void about(CaseThread thread) {
        database().change("update session set ticket = ? where thread_ts = ?", secret, thread.root());
    }

    private void settled() {
        Eventually.is(
                "nothing waits", Duration.ofSeconds(45), () -> database().count("""
                        select (select count(*) from inbox where state = 'WAITING' and position(? in body) > 0)
                            + (select count(*) from outbox where state in ('PENDING', 'SENDING') and position(? in body) > 0)""", secret, secret) == 0, () -> "");
    }

    /// Every table in which the words still stand, but for what is anonymised or Slack's own.
    private List<String> holding() {
        var found = new ArrayList<String>();
        for (var table : database().all("""
                select distinct table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'workspace'
                    and table_name not in ('precedent', 'precedent_due')""")) {
            if (database().count("select count(*) from " + table + " t where position(? in t::text) > 0", secret) > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private Database database() {
        return new Database(source);
    }
}
