package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Administrators say in App Home who may grant what and who is what, and it holds from that moment.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class AuthorityStory {
    private static final String ADMINISTRATION = "Administration";
    private static final String AGENTS = "1. Agent may grant alone any compensation";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @Inject
    DataSource database;

    private Desk desk;

    @BeforeEach
    void open() throws SQLException {
        forget();
        claude.forget();
        desk = Desk.open(application);
        claude.answersTo("arrived late", Said.message(text("This may need your supervisor."), refund("120", "Late.")));
    }

    /// Other stories expect the limits and roles of the settings.
    @AfterEach
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var tables = connection.createStatement()) {
            tables.execute("set session_replication_role = replica");
            for (var table :
                    new String[] {"authority_line", "authority_cap", "authority_version", "member_role", "who_decides"
                    }) {
                tables.execute("delete from " + table);
            }
            tables.execute("set session_replication_role = default");
        }
    }

    @Test
    void anAdministratorRaisesALimitAndTheCardNamesItsVersion() {
        var mias = desk.mia().opensHome();
        mias.shows(ADMINISTRATION, "Nobody was made an administrator yet");
        var rule = mias.pressesForForm("Authority matrix", ADMINISTRATION).pressesForOther("Change", AGENTS);
        assertEquals("100.00", rule.prefilled("Up to"));

        rule.submit(Map.of("Up to", "130"));

        mias.shows(ADMINISTRATION, "saved by <@UMIA00001>", "Rule 1:");
        var thread = desk.ana().cowork("It arrived late. They paid $120.");
        thread.presses("Record as my decision");
        thread.shows("$120.00 is within what an agent may grant alone ($130.00)");
        thread.shows("rule 1 of version");
    }

    @Test
    void aWrongRuleIsRefusedBesideItsFieldAndAnOldFormSavesNothing() {
        var mias = desk.mia().opensHome();
        var first = mias.pressesForForm("Authority matrix", ADMINISTRATION).pressesForOther("Add a rule", "Cap:");
        assertEquals("", first.prefilled("Up to"), "nobody is to grant nothing by a slip");
        assertEquals(
                Map.of("May", "Agents decide nothing of what others ask for. Choose “Grant alone”, or another role."),
                first.refused(Map.of("Role", "Agent", "Up to", "10")));
        assertEquals(
                Map.of("Up to", "Write an amount such as 150 or 150.00."),
                first.refused(Map.of("Role", "Supervisor", "Up to", "much")));
        var sams = desk.sam().opensHome();
        var second = sams.pressesForForm("Authority matrix", ADMINISTRATION).pressesForOther("Change", AGENTS);
        second.submit(Map.of("Up to", "90"));
        mias.shows(ADMINISTRATION, "saved by <@USAM00001>");

        var told = first.refused(Map.of("Role", "Manager", "Up to", "5000"));

        assertTrue(told.get("Role").contains("@USAM00001 saved version 2 meanwhile"), told::toString);
        assertTrue(told.get("Role").contains("Nothing of yours was saved"), told::toString);
    }

    @Test
    void anEarlierVersionIsLookedAtAndRestoredByOnePress() {
        var mias = desk.mia().opensHome();
        mias.pressesForForm("Authority matrix", ADMINISTRATION)
                .pressesForOther("Change", AGENTS)
                .submit(Map.of("Up to", "5"));
        mias.shows(ADMINISTRATION, "version 2");

        var old = mias.pressesForForm("Versions", ADMINISTRATION).pressesForOther("Look", "Version 1");
        assertTrue(
                old.words().contains("Agent may grant alone any compensation but exceptions up to $100.00"),
                old.words());
        old.submit(Map.of());

        mias.shows(ADMINISTRATION, "version 3", "Restored version 1.");
    }

    @Test
    void aCardThatWaitsNamesThoseWhoMayDecideByNow() {
        var mias = desk.mia().opensHome();
        desk.ana().cowork("It arrived late. They paid $120.").presses("Send to supervisor");
        desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.says("Waiting for <@USAM00001>, <@UMIA00001>."));

        mias.pressesForForm("Roles", ADMINISTRATION)
                .pressesForOther("Name somebody", "Everybody who is not listed")
                .submit(Map.of("Person", "UNOA00001", "Role", "Supervisor"));
        desk.noa()
                .sees(Desk.APPROVALS, "her name on it", post -> post.says("<@USAM00001>, <@UMIA00001>, <@UNOA00001>."));

        mias.pressesForForm("Roles", ADMINISTRATION)
                .pressesForOther("Change", "<@USAM00001>")
                .submit(Map.of("Role", "Agent"));
        desk.mia().sees(Desk.APPROVALS, "his name gone", post -> post.says("Waiting for <@UMIA00001>, <@UNOA00001>."));
    }

    @Test
    void whoIsNamedSupervisorDecidesAndWhoIsNoMoreDoesNot() {
        var mias = desk.mia().opensHome();
        mias.pressesForForm("Roles", ADMINISTRATION)
                .pressesForOther("Change", "<@UMIA00001>")
                .submit(Map.of("Administrator", "Yes: edits roles and the authority matrix"));
        mias.isWithout("Nobody was made an administrator yet");
        desk.sam().opensHome().isWithout(ADMINISTRATION);
        mias.pressesForForm("Roles", ADMINISTRATION)
                .pressesForOther("Change", "<@USAM00001>")
                .submit(Map.of("Role", "Agent"));
        var noas = desk.noa().opensHome();
        mias.pressesForForm("Roles", ADMINISTRATION)
                .pressesForOther("Name somebody", "Everybody who is not listed")
                .submit(Map.of("Person", "UNOA00001", "Role", "Supervisor"));
        noas.shows("Record of decisions");
        var thread = desk.ana().cowork("It arrived late. They paid $120.");
        thread.presses("Send to supervisor");
        var card = desk.noa().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));

        desk.sam().presses(card, "Approve");
        desk.sam().isTold(Desk.APPROVALS, "Only a supervisor may decide this");
        desk.noa().presses(card, "Approve");

        thread.shows("Approved by <@UNOA00001>");
        var last = mias.pressesForForm("Roles", ADMINISTRATION).pressesForOther("Change", "<@UMIA00001>");
        assertTrue(
                last.refused(Map.of("Administrator", "No")).get("Administrator").contains("the only administrator"));
    }

    @Test
    void anAgentWithANamedRoleGrantsWhatItsOwnRuleSays() {
        var mias = desk.mia().opensHome();
        mias.pressesForForm("Roles", ADMINISTRATION)
                .pressesForOther("Name somebody", "Everybody who is not listed")
                .submit(Map.of("Person", "UANA00001", "Role", "Agent", "Named role", "Returns desk"));
        mias.pressesForForm("Authority matrix", ADMINISTRATION)
                .pressesForOther("Add a rule", "Cap:")
                .submit(Map.of("Role", "Agent", "Named role", "Returns desk", "May", "Grant alone", "Up to", "130"));
        mias.shows(ADMINISTRATION, "version 2");

        var thread = desk.ana().cowork("It arrived late. They paid $120.");
        thread.presses("Record as my decision");
        thread.shows("$120.00 is within what somebody of Returns desk may grant alone ($130.00)");

        var others = desk.noa().cowork("It arrived late again. They paid $120.");
        var card = others.offers("Send to supervisor");
        assertTrue(card.says("$120.00 is above what an agent may grant alone ($100.00)"), card.words());
        assertTrue(!card.has("Record as my decision"), card.words());
    }

    @Test
    void aDeciderWithANamedRoleDecidesByItsOwnRule() {
        var mias = desk.mia().opensHome();
        mias.pressesForForm("Roles", ADMINISTRATION)
                .pressesForOther("Change", "<@USAM00001>")
                .submit(Map.of("Named role", "Night shift"));
        mias.pressesForForm("Authority matrix", ADMINISTRATION)
                .pressesForOther("Add a rule", "Cap:")
                .submit(Map.of("Role", "Supervisor", "Named role", "Night shift", "May", "Approve", "Up to", "50"));
        mias.shows(ADMINISTRATION, "version 2");
        var thread = desk.ana().cowork("It arrived late. They paid $120.");
        thread.presses("Send to supervisor");
        var card = desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));

        desk.sam().presses(card, "Approve");
        card = desk.mia().sees(Desk.APPROVALS, "the first approval", post -> post.says("One approval is there."));
        assertTrue(card.says("Above $50.00 two different people must approve."), card.words());
        desk.mia().presses(card, "Approve");

        thread.shows("Approved by <@UMIA00001>");
    }

    @Test
    void aRuleForHighValueCustomersHoldsForThemAlone() {
        var mias = desk.mia().opensHome();
        mias.pressesForForm("Authority matrix", ADMINISTRATION)
                .pressesForOther("Add a rule", "Cap:")
                .submit(Map.of("Role", "Agent", "May", "Grant alone", "Up to", "500", "Customers", "High value"));
        mias.shows(ADMINISTRATION, "version 2", "high value");

        var ana = desk.ana();
        var form =
                ana.typesForForm("/cowork", Desk.SUPPORT).choose("What kind of ticket is it?", "High-value customer");
        var thread = ana.opens(form, Map.of("SITUATION", "It arrived late. They paid $120 and buy every week."));
        thread.presses("Record as my decision");
        thread.shows("$120.00 is within what an agent may grant alone ($500.00)");

        var other = ana.cowork("It arrived late. They paid $120.");
        var card = other.offers("Send to supervisor");
        assertTrue(!card.has("Record as my decision"), card.words());
    }

    @Test
    void whatNoRuleLetsAnybodyGrantIsSaidToBeNotAllowedAndCannotBeSent() {
        var mias = desk.mia().opensHome();
        var version = 1;
        for (var who : new String[] {"Supervisor", "Manager"}) {
            mias.pressesForForm("Authority matrix", ADMINISTRATION)
                    .pressesForOther("Change", who + " may approve any compensation")
                    .submit(Map.of("Two people up to", "1100"));
            mias.shows(ADMINISTRATION, "version " + ++version);
        }
        claude.answersTo("arrived late", Said.message(text("That is a lot."), refund("9000", "Late.")));

        var thread = desk.ana().cowork("It arrived late. They want $9,000.");

        var card = thread.sees("what is not allowed", post -> post.says("Not allowed: "));
        assertTrue(!card.has("Send to supervisor") && card.has("Edit first"), card.words());
    }
}
