package dev.cowork.workspace.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import io.quarkus.logging.Log;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Whatever is asked of the doors beside Slack's own: no fault of ours, no row, and nothing of another workspace.
/// Slack's door has `IngressMutationTest`, the dashboard `DashboardMutationTest`, OAuth `InstallingStory`: a
/// thousand and some hundreds together. The seed is printed.
@QuarkusTest
class DoorsMutationTest {
    private static final int TURNS = 500;
    private static final String SECRET = "xylophone-of-others";
    private static final List<String> PIECES = List.of(
            "workspace=",
            "path=",
            "kind=",
            "internal=",
            "ref=",
            "source=",
            "&",
            "=",
            "TOTHERS02",
            "*",
            "%2A",
            "%00",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "%27%20or%201=1--",
            "..%2f..%2fetc",
            "policy",
            "POLICY",
            "%3Cscript%3E",
            "99999999999999999999",
            "-1",
            "",
            "+",
            ";",
            "x".repeat(300));

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    private final long seed = Long.getLong("cowork.test.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    @Test
    void nothingBreaksNothingIsKeptAndNothingOfAnotherIsShown() throws Exception {
        Log.infof("the seed of these mutations is %d", seed);
        var database = new Database(source);
        database.change("""
                insert into knowledge_file (workspace, path, kind, title, is_internal, words, hash, version, passages,
                    brought_from, brought_at)
                values ('TOTHERS02', 'secret.md', 'POLICY', ?, true, ?, 'x', 1, 0, 'api', now())
                on conflict do nothing""", SECRET, SECRET);
        var before = rows(database);
        try (var client = HttpClient.newHttpClient()) {
            for (var turn = 0; turn < TURNS; turn++) {
                var request = mutated();
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertTrue(answer.statusCode() < 500, () -> told(request) + " answers " + answer.statusCode());
                assertFalse(answer.body().contains(SECRET), () -> told(request));
            }
        }
        assertEquals(before, rows(database));
    }

    /// With no key or a wrong one; only what a stranger could send.
    private HttpRequest mutated() {
        var query = new StringBuilder();
        for (var piece = 0; piece < 1 + chance.nextInt(8); piece++) {
            query.append(pick(PIECES));
        }
        var path = pick(List.of(
                "/api/knowledge?",
                "/api/knowledge?workspace=TOTHERS02&",
                "/api/tickets?",
                "/dashboard/export?",
                "/dashboard/export/session/" + pick(List.of("x", "00000000-0000-0000-0000-000000000000", "%00"))
                        + ".md?",
                "/dashboard/export/session/" + pick(List.of("-", "ffffffff-ffff-ffff-ffff-ffffffffffff")) + ".json?",
                "/slack/install?",
                "/slack/oauth_redirect?code=x&state=",
                "/operator/dead?",
                "/operator/keys/rotate?"));
        var request = HttpRequest.newBuilder(application.resolve(path + query))
                .header("Authorization", pick(List.of("Bearer ", "Bearer wrong", "Basic eDp4", "x")))
                .header("X-Cowork-Workspace", pick(List.of("TOTHERS02", "*", "'", "-")))
                .header("X-Cowork-Signature", "v1=" + chance.nextLong())
                .header("X-Cowork-Timestamp", String.valueOf(chance.nextLong()))
                .header("Cookie", "cowork_install=" + chance.nextLong() + "; __Host-cowork=" + chance.nextLong());
        return switch (chance.nextInt(3)) {
            case 0 -> request.GET().build();
            case 1 -> request.DELETE().build();
            default ->
                request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes())).build();
        };
    }

    private byte[] bytes() {
        var bytes = new byte[chance.nextInt(200)];
        chance.nextBytes(bytes);
        return bytes;
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private static List<String> rows(Database database) {
        var all = new ArrayList<String>();
        for (var table : List.of("knowledge_file", "ticket", "installation", "install_attempt", "forgetting")) {
            all.add(table + " " + database.count("select count(*) from " + table));
        }
        return all;
    }

    private String told(HttpRequest request) {
        return "seed " + seed + ": " + request.method() + " " + request.uri();
    }
}
