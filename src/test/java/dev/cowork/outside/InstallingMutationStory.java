package dev.cowork.outside;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import io.quarkus.logging.Log;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// A thousand ways back from Slack that are each a little wrong: an installation is begun, and its state, its cookie or
/// its code is not the one. Nothing breaks, nothing is installed, nobody becomes an administrator, and nothing of
/// another workspace is told. At the end the untouched way is as good as ever. The seed is printed.
@QuarkusTest
@TestProfile(InstallingStory.ForAnybody.class)
class InstallingMutationStory {
    private static final int TURNS = 1_000;
    private static final String COOKIE = "cowork_install";
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&\"]+)");
    private static final List<String> PIECES = List.of(
            "%00",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%27%20or%20%271",
            "..%2f",
            "%0d%0aSet-Cookie:x=1",
            "+",
            "%",
            "%zz",
            "\\",
            "%3Cscript%3E",
            "x".repeat(5_000),
            "-1",
            "null",
            "&state=",
            "&code=T0MUT:U0MUT",
            ";",
            "=");

    @TestHTTPResource("/slack/")
    URI door;

    @Inject
    DataSource source;

    PlainSlack slack;

    private final long seed = Long.getLong("cowork.test.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    /// What a browser has in hand once an installation is begun.
    private record Begun(String state, String cookie) {
        static Begun of(Response page) {
            var found = STATE.matcher(page.asString().replace("&amp;", "&"));
            assertTrue(found.find(), page.asString());
            return new Begun(found.group(1), page.cookie(COOKIE));
        }
    }

    @Test
    void nothingIsInstalledThatWasNotBegunHere() throws Exception {
        Log.infof("the seed of these mutations is %d", seed);
        var theirs = Begun.of(given().get("/slack/install"));
        back(theirs, "T0THEIRS:U0THEIRS").then().statusCode(200);
        var secret = slack.tokenOf("T0THEIRS");
        var untouched = Begun.of(given().get("/slack/install"));
        var before = rows();
        var answers = new ArrayList<Integer>();

        try (var client = HttpClient.newHttpClient()) {
            for (var turn = 0; turn < TURNS; turn++) {
                var request = mutated(untouched, theirs);
                var answer = sent(client, request);
                answers.add(answer.statusCode());
                assertTrue(answer.statusCode() < 500, () -> told(request) + " answers " + answer.statusCode());
                assertFalse(answer.body().contains(secret), () -> told(request));
                assertFalse(answer.body().contains("Cowork is in"), () -> told(request));
            }
        }

        assertTrue(answers.stream().filter(status -> status == 400).count() > TURNS / 4, () -> "statuses " + answers);
        assertEquals(before, rows());
        back(untouched, "T0LAST:U0LAST").then().statusCode(200).body(containsString("Cowork is in Team T0LAST"));
    }

    private static Response back(Begun begun, String code) {
        return given().cookie(COOKIE, begun.cookie())
                .queryParam("state", begun.state())
                .queryParam("code", code)
                .get("/slack/oauth_redirect");
    }

    /// State and cookie are never both right.
    private HttpRequest mutated(Begun begun, Begun used) {
        var isStateRight = chance.nextBoolean();
        var state = isStateRight ? begun.state() : wrong(begun.state(), used.state());
        var cookie = isStateRight || chance.nextBoolean() ? wrong(begun.cookie(), used.cookie()) : begun.cookie();
        var code = pick(List.of("T0MUT:U0MUT", "", pick(PIECES), "T0THEIRS:U0MUT", "org:U0MUT"));
        var query = new ArrayList<>(List.of("state=" + state, "code=" + code));
        if (chance.nextInt(4) == 0) {
            query.add("error=" + pick(List.of("access_denied", "", pick(PIECES))));
        }
        if (chance.nextInt(6) == 0) {
            query.remove(chance.nextInt(query.size()));
        }
        java.util.Collections.shuffle(query, chance);
        var request = HttpRequest.newBuilder(
                        URI.create(door.resolve("oauth_redirect") + "?" + escaped(String.join("&", query))))
                .header("Cookie", COOKIE + "=" + cookie.replaceAll("[^!-~]", "") + pick(List.of("", "; x=y", ";")))
                .header("X-Forwarded-Proto", pick(List.of("https", "http", "javascript", "x")));
        return switch (chance.nextInt(12)) {
            case 0 ->
                request.POST(HttpRequest.BodyPublishers.ofString(String.join("&", query)))
                        .build();
            case 1 -> request.DELETE().build();
            case 2 ->
                request.method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
            default -> request.GET().build();
        };
    }

    private String wrong(String right, String ofAnother) {
        var at = chance.nextInt(right.length());
        return switch (chance.nextInt(7)) {
            case 0 -> ofAnother;
            case 1 -> right.substring(0, at);
            case 2 -> right + right;
            case 3 -> right.substring(0, at) + (right.charAt(at) == 'A' ? 'B' : 'A') + right.substring(at + 1);
            case 4 -> right.substring(0, at) + pick(PIECES) + right.substring(at);
            case 5 -> right.toLowerCase(java.util.Locale.ROOT) + "-";
            default -> pick(PIECES);
        };
    }

    /// What a browser would not let through is written so that it goes through; a lone per cent stays what it is.
    private static String escaped(String query) {
        return query.replace("\\", "%5C").replace("%zz", "%25zz").replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    }

    private static HttpResponse<String> sent(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private List<String> rows() {
        var database = new Database(source);
        var all = new ArrayList<String>();
        for (var table : List.of("installation", "install_attempt", "member_role", "inbox", "audit_entry")) {
            all.add(table + " " + database.count("select count(*) from " + table));
        }
        return all;
    }

    private String told(HttpRequest request) {
        return "seed " + seed + ": " + request.method() + " " + request.uri() + " "
                + request.headers().map();
    }
}
