package dev.cowork.impact.signin;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.standin.StandInOpenId;
import dev.cowork.story.Playground;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The way in over Slack: there and back, once, and only as who one is there.
@QuarkusTest
class SignInStory {
    private final Database database;

    @TestHTTPResource("/")
    URI address;

    SignInStory(DataSource source) {
        this.database = new Database(source);
    }

    @Test
    void asksAStrangerToSignInAndShowsNothing() {
        var answer = visit("/dashboard?from=2026-01&to=2026-02", Map.of());

        assertEquals(401, answer.statusCode());
        assertTrue(answer.asString().contains("Sign in with Slack"), answer.asString());
        assertTrue(
                answer.asString().contains("/dashboard/sign-in?then=%2Fdashboard%3Ffrom%3D2026-01%26to%3D2026-02"),
                answer.asString());
        assertFalse(answer.asString().contains("<table"));
        assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"));
        assertEquals(401, visit("/dashboard/comparison.csv", Map.of()).statusCode());
        assertEquals(401, visit("/dashboard/tickets", Map.of()).statusCode());
    }

    @Test
    void letsInWhomSlackKnowsAndOutAgain() {
        StandInOpenId.next("TSIGNIN01", "UANA00001");
        var cookies = new HashMap<String, String>();

        var toSlack = visit("/dashboard/sign-in?then=%2Fdashboard%3Ffrom%3D2026-01%26to%3D2026-02", cookies);
        assertEquals(302, toSlack.statusCode());
        assertTrue(toSlack.header("Location").contains("/openid/connect/authorize?"), toSlack.header("Location"));
        var arrived = follow(toSlack, cookies);

        assertEquals(200, arrived.statusCode(), arrived.asString());
        assertTrue(arrived.asString().contains("Your own figures."), arrived.asString());
        assertTrue(arrived.asString().contains("value=\"2026-01\""), arrived.asString());
        assertEquals("1", database.one("select count(*) from web_session where workspace = 'TSIGNIN01'"));
        assertEquals(
                0,
                database.count("select count(*) from web_session where key = ?", cookies.get(Visitors.COOKIE)),
                "the cookie itself stands nowhere");

        assertEquals(403, post("/dashboard/sign-out", cookies, "guessed").statusCode());
        assertEquals(200, visit("/dashboard", cookies).statusCode());
        var csrf = database.one("select csrf from web_session where workspace = 'TSIGNIN01'");
        assertEquals(303, post("/dashboard/sign-out", cookies, csrf).statusCode());
        assertEquals(401, visit("/dashboard", cookies).statusCode());
    }

    @Test
    void endsASessionThatIsNotUsed() {
        StandInOpenId.next("TSIGNIN02", "UANA00001");
        var cookies = new HashMap<String, String>();
        assertEquals(200, follow(visit("/dashboard/sign-in", cookies), cookies).statusCode());

        database.change("update web_session set seen_at = now() - interval '61 minutes' where workspace = 'TSIGNIN02'");
        assertEquals(401, visit("/dashboard", cookies).statusCode());
        database.change("update web_session set seen_at = now(), ends_at = now() where workspace = 'TSIGNIN02'");
        assertEquals(401, visit("/dashboard", cookies).statusCode());
    }

    @Test
    void tellsGuestsAndDeactivatedAccountsWhyNothingIsShown() {
        var slack = new Playground(address);
        try {
            for (var each : Map.of("is_restricted", "You are a guest", "deleted", "This account is deactivated")
                    .entrySet()) {
                database.change("delete from member_standing where workspace = 'TSIGNIN04'");
                slack.person("UNOA00001", Map.of(each.getKey(), true));
                StandInOpenId.next("TSIGNIN04", "UNOA00001");

                var arrived = follow(visit("/dashboard/sign-in", Map.of()), new HashMap<>());

                assertEquals(403, arrived.statusCode());
                assertTrue(arrived.asString().contains(each.getValue()), arrived.asString());
                assertFalse(arrived.cookies().containsKey(Visitors.COOKIE));
                assertEquals("0", database.one("select count(*) from web_session where workspace = 'TSIGNIN04'"));
            }
        } finally {
            slack.person("UNOA00001", Map.of("is_restricted", false, "deleted", false));
        }
    }

    @Test
    void showsNothingMoreToWhoeverIsNoMemberAnyLonger() {
        StandInOpenId.next("TSIGNIN05", "UANA00001");
        var cookies = new HashMap<String, String>();
        assertEquals(200, follow(visit("/dashboard/sign-in", cookies), cookies).statusCode());

        database.change("update member_standing set standing = 'DEACTIVATED' where workspace = 'TSIGNIN05'");

        assertEquals(401, visit("/dashboard", cookies).statusCode());
    }

    @Test
    void takesNoForeignCodeAndSendsNobodyElsewhere() {
        var guessed = visit("/dashboard/sign-in?code=made-up&state=made-up", Map.of());
        assertTrue(guessed.header("Location").contains("/openid/connect/authorize?"), guessed.header("Location"));
        assertFalse(guessed.cookies().containsKey(Visitors.COOKIE));
        StandInOpenId.next("TSIGNIN03", "UANA00001");
        var cookies = new HashMap<String, String>();
        var arrived = follow(visit("/dashboard/sign-in?then=https%3A%2F%2Fevil.example", cookies), cookies);
        assertEquals(200, arrived.statusCode());
        assertTrue(arrived.asString().contains("Impact"));
    }

    @Test
    void inThePlaygroundWhoeverOneActsAsIsSignedIn() {
        var supervisor = visit("/dashboard", Map.of("playground-person", "USAM00001"));
        assertEquals(200, supervisor.statusCode());
        assertTrue(supervisor.asString().contains("Groups of 5 people or more"), supervisor.asString());
        assertTrue(visit("/dashboard", Map.of("playground-person", "UANA00001"))
                .asString()
                .contains("Your own figures."));
    }

    /// As a browser does: on and on, with the cookies that were set, until there is a page.
    private Response follow(Response answer, Map<String, String> cookies) {
        var now = answer;
        for (int step = 0; step < 8; step++) {
            keep(now, cookies);
            if (now.header("Location") == null) {
                return now;
            }
            now = visit(now.header("Location"), cookies);
        }
        throw new AssertionError("sent on and on");
    }

    private static void keep(Response answer, Map<String, String> cookies) {
        answer.detailedCookies().forEach(cookie -> {
            if (cookie.getValue().isEmpty() || cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
    }

    private Response visit(String path, Map<String, String> cookies) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(cookies)
                .get(address.resolve(path).toString());
    }

    private Response post(String path, Map<String, String> cookies, String csrf) {
        return given().redirects()
                .follow(false)
                .cookies(cookies)
                .formParam("csrf", csrf)
                .post(address.resolve(path).toString());
    }
}
