package dev.cowork.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator's first visit: five steps, each with the button to it, ticked by what was really done, and at their
/// end a test session with a made-up ticket.
@QuarkusTest
class SetUpStory {
    private static final String TITLE = "Setting it up, in five steps";
    private static final String OPEN = ":white_large_square: ";
    private static final String DONE = ":white_check_mark: ";

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    private Person mia;

    @BeforeEach
    void open() throws SQLException {
        asOnTheFirstDay();
        mia = Desk.open(application).mia();
    }

    /// Other stories expect the roles, rules and settings of the start.
    @AfterEach
    void asOnTheFirstDay() throws SQLException {
        try (var connection = source.getConnection();
                var tables = connection.createStatement()) {
            tables.execute("set session_replication_role = replica");
            for (var table : List.of(
                    "authority_line",
                    "authority_cap",
                    "authority_version",
                    "member_role",
                    "who_decides",
                    "workspace_setting",
                    "knowledge_passage",
                    "knowledge_file")) {
                tables.execute("delete from " + table);
            }
            tables.execute("update session set owner = 'UNOA00001' where owner = 'UMIA00001'");
            tables.execute("set session_replication_role = default");
        }
    }

    @Test
    void fiveStepsEndWithATestSession() {
        var home = mia.opensHome();
        home.shows(OPEN + "*Roles*", OPEN + "*Settings*", OPEN + "*Authority matrix*", OPEN + "*A test session*");
        assertTrue(
                home.words().indexOf("*" + TITLE + "*") < home.words().size() / 2,
                () -> home.words().toString());

        var roles = home.pressesForForm("Roles", OPEN + "*Roles*").pressesForOther("Name somebody", "Everybody");
        roles.submit(Map.of(
                "Person", mia.id(), "Role", "Manager", "Administrator", "Yes: edits roles and the authority matrix"));
        home.shows(DONE + "*Roles*", OPEN + "*Settings*");

        home.pressesForForm("Settings", OPEN + "*Settings*").submit(Map.of("Days kept", "60"));
        home.shows(DONE + "*Settings*", OPEN + "*Authority matrix*");

        var rule = home.pressesForForm("Authority matrix", OPEN + "*Authority matrix*")
                .pressesForOther("Change", "1. Agent may grant alone");
        rule.submit(Map.of("Up to", "50"));
        home.shows(DONE + "*Authority matrix*", OPEN + "*Company knowledge*");

        home.pressesForForm("Add knowledge", OPEN + "*Company knowledge*")
                .submit(Map.of(
                        "Or write a text: its name",
                        "returns",
                        "The text",
                        "# Returns\n\nWithin 30 days.",
                        "Kind",
                        "Policy"));
        home.shows(DONE + "*Company knowledge*", OPEN + "*A test session*");

        var form = home.pressesForForm("Start a test session");
        assertTrue(form.prefilled("SITUATION").contains("arrived damaged"), form.prefilled("SITUATION"));
        var thread = mia.opens(form, Map.of("Where", Desk.SUPPORT));
        thread.shows("arrived damaged");
        mia.opensHome().isWithout(TITLE);
        assertTrue(new Database(source).count("select count(*) from session where ticket = 'TEST-1'") > 0);
    }
}
