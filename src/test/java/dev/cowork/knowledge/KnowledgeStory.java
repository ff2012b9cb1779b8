package dev.cowork.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.story.Desk;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How the company's knowledge comes in and goes out again: by a form with files, by hand, and by a program.
@QuarkusTest
class KnowledgeStory {
    private static final String KEY = "Bearer test-knowledge-key-0000";
    /// The local Slack's workspace.
    private static final String TEAM = "TPLAY0001";

    @TestHTTPResource("/")
    URI application;

    private final Knowledge knowledge;

    KnowledgeStory(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Test
    void anAdministratorBringsAFileAndATextReplacesItAndTakesItOutAgain() {
        var desk = Desk.open(application);
        var sam = desk.sam();
        var home = sam.opensHome();
        var form = home.pressesForForm("Add knowledge");
        assertEquals(Map.of("Files", "Choose a file, or write a text and its name below."), form.refused(Map.of()));
        assertEquals(
                Map.of("Or write a text: its name", "Give the text a name, by which it is replaced later."),
                form.refused(Map.of("The text", "Words.")));
        var file = desk.slack()
                .act("upload", Map.of("user", sam.id(), "name", "story-fees.md", "content", "# Fees\nIt costs 4.\n"))
                .path("file");

        form.submit(Map.of("Files", List.of(file), "The text", "", "Kind", "Policy"));

        sam.sees(
                sam.direct(),
                "what became of it",
                post -> post.says("`story-fees.md` is in the knowledge now: policy, version 1, 1 passage"));
        home.shows("story-fees.md", "Policy");
        var again = home.pressesForForm("Add knowledge");
        again.submit(Map.of(
                "Or write a text: its name",
                "story-fees.md",
                "The text",
                "# Fees\nIt costs 5.\n# Why\nBecause.",
                "Kind",
                "Policy",
                "For whom",
                List.of("Internal: never for customers")));
        sam.sees(
                sam.direct(),
                "the new version",
                post -> post.says("`story-fees.md` is in the knowledge now: policy, version 2, 2 passages"));
        home.shows("story-fees.md", "internal", "version 2");

        var list = home.pressesForForm("What is there");
        assertTrue(list.words().contains("brought by <@" + sam.id() + ">"), list.words());
        list.presses("Remove", "story-fees.md");
        sam.sees(sam.direct(), "that it is gone", post -> post.says("`story-fees.md` is no longer in the knowledge"));
        home.isWithout("story-fees.md");
    }

    @Test
    void whatIsNoTextIsRefusedInWords() {
        var desk = Desk.open(application);
        var sam = desk.sam();
        var form = sam.opensHome().pressesForForm("Add knowledge");
        var file = desk.slack()
                .act("upload", Map.of("user", sam.id(), "name", "empty.md", "content", "  \n"))
                .path("file");

        form.submit(Map.of("Files", List.of(file)));

        sam.sees(
                sam.direct(),
                "why not",
                post -> post.says("`empty.md` was not taken into the knowledge. There is nothing in it."));
    }

    @Test
    void anAgentHasNoKnowledgeToKeep() {
        var desk = Desk.open(application);
        var home = desk.noa().opensHome();

        assertTrue(home.words().stream().noneMatch(words -> words.contains("Company knowledge")));
    }

    @Test
    void aProgramBringsKnowledgeWithTheKeyAlone() {
        var path = "/api/knowledge?path=story-api.md&kind=policy&workspace=" + TEAM;
        RestAssured.given().body("# A\nB").post(path).then().statusCode(401);
        RestAssured.given()
                .header("Authorization", "Bearer nonsense")
                .body("# A\nB")
                .post(path)
                .then()
                .statusCode(401);
        assertEquals(1, call(path, "# A\nBy program.").getInt("version"));
        assertTrue(call(path, "# A\nBy program.").getBoolean("unchanged"));
        assertEquals(2, call(path, "# A\nBy another.").getInt("version"));
        var list = RestAssured.given()
                .header("Authorization", KEY)
                .get("/api/knowledge?workspace=" + TEAM)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertTrue(list.getList("files.path").contains("story-api.md"));
        refused("/api/knowledge?path=x.pdf&workspace=" + TEAM, "x", ".md or .txt");
        refused("/api/knowledge?path=x.md&kind=song&workspace=" + TEAM, "x", "kind is one of policy");
        refused("/api/knowledge?path=x.md&workspace=a%20b", "x", "workspace is a team's id");
        refused("/api/knowledge?workspace=" + TEAM, "x", "name");
        RestAssured.given().header("Authorization", KEY).delete(path).then().statusCode(200);
        RestAssured.given().header("Authorization", KEY).delete(path).then().statusCode(404);
        assertFalse(knowledge.files(new dev.cowork.workspace.WorkspaceId(TEAM)).stream()
                .anyMatch(file -> file.path().equals("story-api.md")));
    }

    private static io.restassured.path.json.JsonPath call(String path, String body) {
        return RestAssured.given()
                .header("Authorization", KEY)
                .contentType("text/markdown")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void refused(String path, String body, String why) {
        var said = RestAssured.given()
                .header("Authorization", KEY)
                .contentType("text/plain")
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getString("error");
        assertTrue(said.contains(why), said);
    }
}
