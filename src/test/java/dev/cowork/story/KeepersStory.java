package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator makes somebody a keeper of the knowledge: they keep it, get its gaps, and may nothing more.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class KeepersStory {
    private static final WorkspaceId PLAYGROUND = new WorkspaceId("TPLAY0001");
    private static final MemberId NOA = new MemberId("UNOA00001");

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    @Inject
    Roles roles;

    StandInClaude claude;

    private final String odd = "zeppelin" + UUID.randomUUID().toString().substring(0, 8);
    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
    }

    /// All stories share one workspace.
    @AfterEach
    void takeAway() {
        var database = new Database(source);
        database.change("delete from member_role where workspace = 'TPLAY0001' and member = ?", NOA.value());
        database.change("delete from knowledge_file where workspace = 'TPLAY0001' and path like ?", odd + "%");
    }

    @Test
    void aKeeperBringsKnowledgeInAndGetsItsGaps() {
        claude.answersTo(
                _ -> true,
                request -> request.path("tools").findValuesAsText("name").contains("look_back")
                        ? lookedBack("Who pays the berth of a " + odd + "?")
                        : Said.message(text("Let us see.")));
        desk.noa().opensHome().isWithout("*Company knowledge*");

        named("Knowledge keeper", "Yes: keeps the company's knowledge, and gets its gaps");

        assertFalse(roles.isAdmin(PLAYGROUND, NOA) || roles.of(PLAYGROUND, NOA).decides());
        var home = desk.noa().opensHome();
        home.shows("*Company knowledge*");
        home.isWithout("*Administration*");
        var form = home.pressesForForm("Add knowledge");
        form.submit(
                Map.of("Or write a text: its name", odd, "The text", "# Berths\n\nThe carrier pays the " + odd + "."));
        desk.noa()
                .sees(desk.noa().direct(), "that it is taken in", post -> post.says(odd + ".md` is in the knowledge"));

        var thread = desk.ana().cowork("They ask who pays for the " + odd + ".");
        thread.shows("Let us see.");
        thread.closes("Resolved");
        var asked = desk.noa().sees(desk.noa().direct(), "the gap", post -> post.says(odd) && post.has("Answer it"));
        assertTrue(asked.says("you are a keeper of our knowledge"), asked.words());
        desk.noa().pressesForForm(asked, "Answer it").submit(Map.of("Article that answers it", "Berths of a " + odd));
        desk.ana().sees(desk.ana().direct(), "that it is answered", post -> post.says("Berths of a " + odd));
    }

    private void named(String field, String choice) {
        var form = desk.mia()
                .opensHome()
                .pressesForForm("Roles")
                .pressesForOther("Name somebody", "Everybody who is not listed");
        form.submit(Map.of("Person", NOA.value(), "Role", "Agent", field, choice));
        Eventually.is(
                "Noa is a keeper",
                Duration.ofSeconds(45),
                () -> roles.keepers(PLAYGROUND).equals(List.of(NOA)),
                () -> roles.all(PLAYGROUND));
    }

    private static Said lookedBack(String question) {
        return Said.message(tool(
                "look_back",
                Map.of(
                        "done_well", "You asked before you promised.",
                        "could_be_better", "Name a time next time.",
                        "pattern", "Berths take their time.",
                        "tip", "Say when they hear from you.",
                        "missing", List.of(Map.of("kind", "knowledge", "what", question)))));
    }
}
