package dev.cowork.outside;

import static dev.cowork.standin.Said.text;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Workspaces install the app over OAuth, each for itself, take it away and install it again.
@QuarkusTest
@TestProfile(InstallingStory.ForAnybody.class)
class InstallingStory {
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&\"]+)");
    private static final String COOKIE = "cowork_install";

    @TestHTTPResource("/slack/events")
    URI door;

    @Inject
    DataSource source;

    @Inject
    Roles roles;

    PlainSlack slack;

    StandInClaude claude;

    /// The application with a client id and no token.
    public static final class ForAnybody implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(WithOAuthSlack.class), new TestResourceEntry(WithStandInClaude.class));
        }
    }

    @Test
    void twoWorkspacesInstallAndEachIsServedWithItsOwnToken() {
        installed("T0ONE", "U0ONE");
        installed("T0TWO", "U0TWO");

        for (var team : List.of("T0ONE", "T0TWO")) {
            var agent = new Visitor(door, slack, Visitor.AGENT, team);
            agent.types("/cowork", "A parcel for " + team + " is lost.", "C0SUPPORT");
            agent.sees("the card", message -> Screen.shows(message, "A parcel for " + team));
            assertTrue(slack.wasCalled("chat.postMessage", slack.tokenOf(team)), team);
        }
        var database = new Database(source);
        assertEquals(
                0,
                database.count("select count(*) from installation"
                        + " where position('xoxb' in encode(sealed_token, 'escape')) > 0"));
        assertTrue(roles.isAdmin(new WorkspaceId("T0ONE"), new MemberId("U0ONE")));
        assertFalse(roles.isAdmin(new WorkspaceId("T0TWO"), new MemberId("U0ONE")));
    }

    @Test
    void theOperatorSealsAllTokensAnew() {
        installed("T0SEAL", "U0SEAL");
        var database = new Database(source);
        var before = database.one("select md5(sealed_token) from installation where workspace = 'T0SEAL'");

        given().header("X-Operator", "ops").post("/operator/keys/rotate").then().statusCode(200);
        given().header("X-Operator", "ops")
                .header("X-Forwarded-For", "10.0.0.1")
                .post("/operator/keys/rotate")
                .then()
                .statusCode(404);

        var after = database.one("select md5(sealed_token) from installation where workspace = 'T0SEAL'");
        assertFalse(before.equals(after));
    }

    @Test
    void aStateHoldsOnceAndInTheBrowserItWasMadeFor() {
        var mine = given().get("/slack/install");
        var another = given().get("/slack/install");

        back(state(mine), another.cookie(COOKIE), "T0STRAY:U0STRAY").statusCode(400);
        back("made-up", mine.cookie(COOKIE), "T0STRAY:U0STRAY").statusCode(400);
        back(state(mine), mine.cookie(COOKIE), "T0ONCE:U0ONCE")
                .statusCode(200)
                .body(containsString("Cowork is in Team T0ONCE"));
        back(state(mine), mine.cookie(COOKIE), "T0ONCE:U0ONCE")
                .statusCode(400)
                .body(containsString("does not hold any more"));

        var late = given().get("/slack/install");
        new Database(source).change("update install_attempt set expires_at = now() - interval '1 second'");
        back(state(late), late.cookie(COOKIE), "T0STRAY:U0STRAY").statusCode(400);
        assertEquals(0, installations("T0STRAY"));
    }

    @Test
    void saysInWordsWhatSlackDidNotGrant() {
        var declined = given().get("/slack/install");
        given().cookie(COOKIE, declined.cookie(COOKIE))
                .queryParam("state", state(declined))
                .queryParam("error", "access_denied")
                .get("/slack/oauth_redirect")
                .then()
                .statusCode(400)
                .body(containsString("It was declined"));

        var wrong = given().get("/slack/install");
        back(state(wrong), wrong.cookie(COOKIE), "nonsense").statusCode(400).body(containsString("invalid_code"));

        var whole = given().get("/slack/install");
        back(state(whole), whole.cookie(COOKIE), "org:U0ONE")
                .statusCode(400)
                .body(containsString("into each workspace"), not(containsString("xoxb")));
    }

    @Test
    void whoeverTakesItAwayIsForgottenAndMayComeBack() {
        installed("T0BACK", "U0BACK");
        var first = slack.tokenOf("T0BACK");
        var agent = new Visitor(door, slack, Visitor.AGENT, "T0BACK");

        agent.takesTheAppAway(now().plusSeconds(1));
        Eventually.is("the token is forgotten", () -> installations("T0BACK") == 0);

        installed("T0BACK", "U0BACK");
        // What Slack tells late is no news.
        agent.takesTheAppAway(now().minusSeconds(3_600));
        agent.types("/cowork", "Back again with a lost parcel.", "C0SUPPORT");
        agent.sees("the card", message -> Screen.shows(message, "Back again with a lost parcel"));
        assertEquals(1, installations("T0BACK"));
        assertFalse(first.equals(slack.tokenOf("T0BACK")));
        assertTrue(slack.wasCalled("chat.postMessage", slack.tokenOf("T0BACK")));
    }

    @Test
    void saysInAppHomeWhatSlackHasNotGrantedSinceTheAppAsksForMore() {
        installed("T0MORE", "U0MORE");

        new Visitor(door, slack, "U0MORE", "T0MORE").opensHome();

        Eventually.is(
                "it is said",
                Duration.ofSeconds(30),
                () -> slack.home("U0MORE").contains("Not granted in Slack")
                        && slack.home("U0MORE").contains("`users:read`: Tell members from guests")
                        && !slack.home("U0MORE").contains("`chat:write`:"),
                () -> slack.home("U0MORE"));
    }

    /// The answer is worked out to its end and waits; the other workspace notices nothing; whoever comes back has it.
    @Test
    void aTokenRevokedInMidTurnLosesNothing() {
        installed("T0MID", "U0MID");
        installed("T0CALM", "U0CALM");
        claude.forget();
        claude.speaksInPiecesOf(12).takesBetweenEvents(Duration.ofMillis(300));
        claude.answersTo(
                "zither", Said.message(text("The carrier pays for it. Ask for a photo of the broken strings.")));
        var agent = new Visitor(door, slack, Visitor.AGENT, "T0MID");
        agent.types("/cowork", "A zither arrived in pieces.", "C0SUPPORT");
        agent.sees("the card", message -> Screen.shows(message, "A zither arrived in pieces"));
        Eventually.is("Claude speaks", () -> claude.bodies().stream().anyMatch(it -> it.contains("zither")));

        agent.revokesTheToken(now().plusSeconds(1));

        Eventually.is("the token is forgotten", () -> installations("T0MID") == 0);
        var calm = new Visitor(door, slack, Visitor.AGENT, "T0CALM");
        calm.types("/cowork", "A flute is late.", "C0SUPPORT");
        calm.sees("the card", message -> Screen.shows(message, "A flute is late"));
        var database = new Database(source);
        Eventually.is(
                "the answer is there and waits",
                Duration.ofSeconds(45),
                () -> database.count("""
                select count(*) from outbox where workspace = 'T0MID' and state = 'PENDING'
                    and position('broken strings' in body) > 0""") > 0,
                () -> database.all("select state || ' ' || key || ' ' || body from outbox where workspace = 'T0MID'"));
        assertEquals(0, withTheAnswer());

        installed("T0MID", "U0MID");
        agent.sees("the answer", message -> Screen.shows(message, "photo of the broken strings"));
        assertEquals(1, withTheAnswer());
    }

    private long withTheAnswer() {
        return slack.messages().stream()
                .filter(message -> Screen.shows(message, "broken strings"))
                .count();
    }

    private void installed(String team, String person) {
        var page = given().get("/slack/install");
        page.then().statusCode(200).body(containsString("chat:write"), containsString("/oauth/v2/authorize?"));
        back(state(page), page.cookie(COOKIE), team + ":" + person).statusCode(200);
    }

    private static ValidatableResponse back(String state, String browser, String code) {
        return given().cookie(COOKIE, browser)
                .queryParam("state", state)
                .queryParam("code", code)
                .get("/slack/oauth_redirect")
                .then();
    }

    private static String state(Response page) {
        var found = STATE.matcher(page.asString().replace("&amp;", "&"));
        assertTrue(found.find(), page.asString());
        return found.group(1);
    }

    private long installations(String team) {
        return new Database(source).count("select count(*) from installation where workspace = ?", team);
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
