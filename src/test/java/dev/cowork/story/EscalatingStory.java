package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody more able is needed, or a yes: whom it goes to, what they are told, and that they come to the thread.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class EscalatingStory {
    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @Inject
    DataSource source;

    private final String summary = "A lawyer wrote, case " + UUID.randomUUID();
    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        forget();
        claude.answersTo(
                "my lawyer will write",
                Said.message(
                        text("This is for legal."),
                        tool(
                                "note_facts",
                                Map.of(
                                        "facts",
                                        List.of(
                                                fact("verified", "Delivered broken on 3 May"),
                                                fact("tried", "A replacement was sent"),
                                                fact("unknown", "Who the lawyer is")))),
                        tool(
                                "suggest_escalation",
                                Map.of(
                                        "to",
                                        "legal",
                                        "urgency",
                                        "this_week",
                                        "summary",
                                        summary,
                                        "holding_reply",
                                        "I am sorry. You will hear from us within 2 hours."))));
    }

    @AfterEach
    void forget() {
        new Database(source).change("delete from lead");
    }

    @Test
    void goesToWhomTheWorkspaceNamedWithABriefAndTheirAnswerComesBack() {
        leads("Escalations to legal", "Goes to a person", "noa");
        claude.answersTo("Taken on: Escalation to legal", Said.message(text("Noa has it now. Tell the customer so.")));
        var thread = sent();

        var direct = desk.noa().sees(desk.noa().direct(), "the escalation", post -> post.says(summary));
        assertEquals(List.of("Take it", "Decline", "Ask"), direct.buttons());
        for (var words : List.of(
                "Somebody who joins and helps",
                "Problem: It came broken",
                "Done so far:",
                "Tried: A replacement was sent",
                "Verified: Delivered broken on 3 May",
                "Open questions:",
                "Who the lawyer is",
                "Promised to the customer: nothing",
                "You will hear from us within 24 hours.")) {
            assertTrue(direct.says(words), () -> words + " is missing on:\n" + direct.words());
        }
        assertFalse(direct.says("within 2 hours"), "sooner than an answer is due");
        desk.noa().presses(direct, "Take it");

        thread.shows("Taken on by <@UNOA00001>");
        thread.shows("Noa has it now. Tell the customer so.");
        thread.sees("who works on it too", post -> post.ts().equals(thread.root()) && post.says("<@UNOA00001>"));
        var card = desk.sam().sees(Desk.APPROVALS, "the same", post -> post.says("Taken on by <@UNOA00001>"));
        assertTrue(card.buttons().isEmpty());
    }

    @Test
    void aLegalThreatPointsToLegalAlsoWhereThePartnerDoesNot() {
        claude.answersTo("sees us in court", Said.message(text("Let us calm them down first.")));
        var thread = desk.ana().cowork("She says she sees us in court over the broken lamp.");
        thread.shows("The customer speaks of legal steps");

        var form = desk.ana().pressesForForm(thread.card(), "Escalate");
        form.submit(Map.of("Summary", summary));

        desk.sam().sees(Desk.APPROVALS, "it", post -> post.says(summary) && post.says("Escalation to legal"));
    }

    @Test
    void nobodyElseTakesItOn() {
        leads("Escalations to legal", "Goes to a person", "mia");
        sent();
        var card = desk.sam().sees(Desk.APPROVALS, "the escalation", post -> post.says(summary) && post.has("Take it"));

        desk.noa().presses(card, "Take it");

        desk.noa().isTold(Desk.APPROVALS, "Only a supervisor may decide this");
        assertTrue(card.says("<@UMIA00001>"), card.words());
    }

    @Test
    void whoTakesACaseOverOwnsIt() {
        var thread = desk.ana().cowork("A hard one for the handing over, nobody understands the error.");
        var form = desk.ana().pressesForForm(thread.card(), "Escalate");
        form.submit(Map.of(
                "Escalate to", "Technical",
                "What is needed", "Somebody who takes the case over",
                "Answer needed", "Now",
                "Summary", summary));
        var card = desk.sam().sees(Desk.APPROVALS, "the escalation", post -> post.says(summary) && post.has("Take it"));

        desk.sam().presses(card, "Take it");

        thread.shows("Handed over from <@UANA00001> to <@USAM00001>");
        desk.sam().sees(desk.sam().direct(), "where it is", post -> post.says("handed a session over to you"));
    }

    @Test
    void aGroupOfTheWorkspacesOwnIsOfferedAndCalled() {
        var form = desk.sam().opensHome().pressesForForm("Who is called");
        form.submit(
                Map.of("What for", "OTHER", "Name of the other group", "Logistics", "or to a user group", "S0LOGIST1"));
        var tables = new Database(source);
        Eventually.is(
                "the group is kept", () -> !tables.all("select role from lead").isEmpty());
        var thread = desk.ana().cowork("A hard one for a group, the parcel is gone since Monday.");
        var escalating = desk.ana().pressesForForm(thread.card(), "Escalate");
        assertTrue(
                escalating.choices("Escalate to").contains("Logistics"), () -> "" + escalating.choices("Escalate to"));

        escalating.submit(Map.of(
                "Escalate to", "Logistics",
                "What is needed", "A decision: yes or no",
                "Answer needed", "Today",
                "Summary", summary));

        var card = desk.sam().sees(Desk.APPROVALS, "the escalation", post -> post.says(summary) && post.has("Approve"));
        assertTrue(card.says("Logistics (<!subteam^S0LOGIST1>)"), card.words());
    }

    private void leads(String what, String how, String whom) {
        var form = desk.sam().opensHome().pressesForForm("Who is called");
        form.submit(Map.of("What for", what, how, whom));
        var tables = new Database(source);
        Eventually.is(
                "the setting is kept",
                () -> !tables.all("select role from lead").isEmpty());
    }

    private CaseThread sent() {
        var thread = desk.ana().cowork("It came broken, and now they say: my lawyer will write to you.");
        thread.presses("Send to supervisor");
        return thread;
    }

    private static Map<String, String> fact(String standing, String statement) {
        return Map.of("standing", standing, "statement", statement);
    }
}
