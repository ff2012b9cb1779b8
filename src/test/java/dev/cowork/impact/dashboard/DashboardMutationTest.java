package dev.cowork.impact.dashboard;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Whatever is asked of the web doors: no fault of ours, no row, and nothing of another workspace.
@QuarkusTest
class DashboardMutationTest {
    private static final int REQUESTS = 1_000;
    private static final String MUTATED = "TMUTATED1";
    private static final String BROKEN = "\"[]{}:,\\0e-\u0000\u00e4";
    /// What a batch brings in that is whole after all is of whom it was sent for.
    private static final String OF_OTHERS =
            "select count(*) from ticket where workspace not in ('TPLAY0001', 'TMUTATED1')";
    private static final List<String> PIECES = List.of(
            "from",
            "to",
            "team",
            "as",
            "=",
            "&",
            "2026-01",
            "%00",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "'",
            "%27%20or%201=1",
            "..%2f",
            "<script>",
            "SECRET+team",
            "99999999999",
            "-1",
            "",
            "%",
            "+",
            ";",
            "2026-99");

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    @Test
    void nothingBreaksAndNothingOfAnotherIsShown() throws Exception {
        var database = new Database(source);
        database.change("""
            insert into ticket (workspace, source, external_id, version, reference, team, kind, opened_at)
            values ('TOTHERS01', 'desk', 'x', 1, 'x', 'SECRET team', 'SECRET kind', now()) on conflict do nothing\
            """);
        var before = database.count(OF_OTHERS);
        var chance = new Random(11);
        var requests = new ArrayList<HttpRequest>();
        while (requests.size() < REQUESTS) {
            requests.add(requests.size() % 4 == 0 ? batch(chance) : mutated(chance));
        }
        var seenAsALead = new AtomicInteger();
        try (var client = HttpClient.newHttpClient();
                var several = Executors.newFixedThreadPool(4)) {
            for (var asked : several.invokeAll(requests.stream()
                    .map(request -> Executors.callable(() -> {
                        if (isAnsweredWell(client, request)) {
                            seenAsALead.incrementAndGet();
                        }
                    }))
                    .toList())) {
                asked.get();
            }
        }
        assertTrue(seenAsALead.get() > 20, "of what could be shown was shown " + seenAsALead);
        assertEquals(before, database.count(OF_OTHERS));
    }

    @Test
    void noOtherSiteBringsInTickets() {
        var batch = "{\"source\":\"desk\",\"tickets\":[]}";
        var lead = given().cookie("playground-person", "UMIA00001")
                .contentType("application/json")
                .body(batch);
        assertEquals(403, lead.post("/dashboard/tickets").statusCode());
        assertEquals(
                403,
                given().cookie("playground-person", "UMIA00001")
                        .header("X-Csrf", "playground")
                        .header("Sec-Fetch-Site", "cross-site")
                        .body(batch)
                        .post("/dashboard/tickets")
                        .statusCode());
        assertEquals(
                403,
                given().cookie("playground-person", "UANA00001")
                        .header("X-Csrf", "playground")
                        .body(batch)
                        .post("/dashboard/tickets")
                        .statusCode(),
                "an agent");
        assertEquals(
                200,
                given().cookie("playground-person", "UMIA00001")
                        .header("X-Csrf", "playground")
                        .body(batch)
                        .post("/dashboard/tickets")
                        .statusCode());
    }

    /// Whether it was answered with figures of groups.
    private static boolean isAnsweredWell(HttpClient client, HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.statusCode() < 500, request + " answers " + answer.statusCode());
            assertFalse(answer.body().contains("SECRET kind"), request.toString());
            return answer.body().contains("Groups of 5 people or more");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(request + " is not answered", e);
        }
    }

    /// Signed, or from our own page, and broken somewhere inside.
    private HttpRequest batch(Random chance) {
        var body = new StringBuilder("""
            {"source": "mutated", "tickets": [{"external_id": "M1", "opened_at": "2026-11-02T10:00:00Z",
             "updated_at": "2026-11-02T10:00:00Z", "csat": 5, "reopened": true, "team": "Returns"}, {"external_id": "M2"}]}\
            """);
        for (int change = 0; change < 1 + chance.nextInt(4); change++) {
            var at = chance.nextInt(body.length());
            switch (chance.nextInt(3)) {
                case 0 -> body.delete(at, Math.min(body.length(), at + 1 + chance.nextInt(20)));
                case 1 -> body.insert(at, PIECES.get(chance.nextInt(PIECES.size())));
                default -> body.setCharAt(at, BROKEN.charAt(chance.nextInt(BROKEN.length())));
            }
        }
        var words = body.toString();
        var now = String.valueOf(Instant.now().getEpochSecond());
        return HttpRequest.newBuilder(application.resolve(chance.nextBoolean() ? "/api/tickets" : "/dashboard/tickets"))
                .header("Cookie", "playground-person=UMIA00001")
                .header("X-Csrf", "playground")
                .header("X-Cowork-Timestamp", now)
                .header("X-Cowork-Workspace", MUTATED)
                .header("X-Cowork-Signature", "v1=" + signature("v1:" + now + ":" + MUTATED + ":" + words))
                .POST(HttpRequest.BodyPublishers.ofString(words))
                .build();
    }

    private static String signature(String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("tickets-secret-of-the-tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest mutated(Random chance) throws IOException {
        var words = new StringBuilder();
        for (int piece = 0; piece < 1 + chance.nextInt(8); piece++) {
            words.append(PIECES.get(chance.nextInt(PIECES.size())));
        }
        var query = words.toString().replaceAll("[<>' ]", "%3c").replaceAll("%(?![0-9a-fA-F]{2})", "%25");
        var path = List.of(
                        "/dashboard?",
                        "/dashboard/comparison.csv?",
                        "/dashboard/sign-out?",
                        "/dashboard/tickets?",
                        "/dashboard/assets/" + query.replaceAll("[?&=;+]", "") + "?",
                        "/api/tickets?source=",
                        "/api/tickets?")
                .get(chance.nextInt(7));
        var request = HttpRequest.newBuilder(application.resolve(path + query))
                .header("X-Csrf", query.replace("%", ""))
                .header("X-Cowork-Signature", "v1=" + query.replace("%", ""))
                .header("X-Cowork-Timestamp", String.valueOf(chance.nextLong()))
                .header("X-Hub-Signature", "sha1=" + query.replace("%", ""))
                .header("Cookie", "playground-person=" + (chance.nextBoolean() ? "UMIA00001" : "U%27"));
        return chance.nextBoolean()
                ? request.GET().build()
                : request.POST(HttpRequest.BodyPublishers.ofString("{\"tickets\":[" + query, StandardCharsets.UTF_8))
                        .build();
    }
}
