package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import io.quarkus.logging.Log;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// A thousand requests, each broken somewhere by chance. The seed is printed: give it as `-Dcowork.test.seed` to see
/// the same thousand again.
@QuarkusTest
class IngressMutationTest {
    private static final int HALF = 500;
    private static final String[] ODD = {
        "null",
        "[]",
        "{}",
        "7",
        "-1e999",
        "\"\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "true",
        "[[[[",
        "}}",
        "\"" + "x".repeat(4_000) + "\""
    };

    @Inject
    DataSource source;

    @TestHTTPResource("/slack/events")
    URI address;

    private final long seed = Long.getLong("cowork.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String mark = Requests.unique("TMARK");

    @Test
    void nothingGetsInWithoutASignatureAndNothingBreaksTheDoor() {
        Log.infof("the seed of these mutations is %d", seed);
        var door = new Door(address);
        for (int i = 0; i < HALF; i++) {
            var whole = pick(requests());
            var broken = mutated(whole.body());
            if (!Arrays.equals(broken, whole.body())) {
                var at = String.valueOf(Requests.now());
                var signature = Requests.signature(Requests.SECRET, at, whole.body());
                assertEquals(401, door.post(whole.type(), broken, at, signature), () -> told(broken));
            }
        }
        assertEquals(0, kept());

        for (int i = 0; i < HALF; i++) {
            var whole = pick(requests());
            var broken = mutated(whole.body());
            var at = String.valueOf(Requests.now());
            var status = door.post(whole.type(), broken, at, Requests.signature(Requests.SECRET, at, broken));
            assertTrue(Set.of(200, 400).contains(status), () -> "answered " + status + ": " + told(broken));
        }
        assertTrue(kept() > 0, "not one of them was still good");
    }

    private record Whole(String type, byte[] body) {
        static Whole of(String type, String body) {
            return new Whole(type, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Whole> requests() {
        return List.of(
                Whole.of(Requests.JSON, Requests.event(mark, Requests.unique(mark))),
                Whole.of(Requests.FORM, Requests.press(mark, Requests.unique(mark), ProbePress.ID, mark)),
                Whole.of(Requests.FORM, Requests.press(mark, Requests.unique(mark), "nobody", mark)),
                Whole.of(Requests.FORM, Requests.form("payload", """
                        {"type":"view_submission","trigger_id":"%s","team":{"id":"%s"},"user":{"id":"UANA00001"},
                         "view":{"id":"V1","callback_id":"nobody","hash":"h","private_metadata":"%s",
                                 "state":{"values":{"b":{"a":{"type":"plain_text_input","value":"x"}}}}}}""".formatted(mark, mark, mark))),
                Whole.of(Requests.FORM, Requests.form("payload", """
                        {"type":"message_action","callback_id":"nobody","trigger_id":"%s","team":{"id":"%s"},
                         "user":{"id":"UANA00001"},"channel":{"id":"C1"},"message":{"ts":"1.1","text":"%s"}}""".formatted(mark, mark, mark))));
    }

    private byte[] mutated(byte[] whole) {
        var bytes = new ArrayList<Byte>();
        for (var b : whole) {
            bytes.add(b);
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            mutate(bytes);
        }
        var broken = new byte[bytes.size()];
        for (int i = 0; i < broken.length; i++) {
            broken[i] = bytes.get(i);
        }
        return broken;
    }

    private void mutate(List<Byte> bytes) {
        var at = random.nextInt(Math.max(1, bytes.size()));
        var part = bytes.subList(Math.min(at, bytes.size()), Math.min(bytes.size(), at + 1 + random.nextInt(12)));
        switch (random.nextInt(5)) {
            case 0 -> part.replaceAll(b -> (byte) (b ^ (1 << random.nextInt(8))));
            case 1 -> part.clear();
            case 2 -> bytes.addAll(at, List.copyOf(part));
            case 3 -> {
                part.clear();
                for (var b : pick(List.of(ODD)).getBytes(StandardCharsets.UTF_8)) {
                    bytes.add(Math.min(at, bytes.size()), b);
                }
            }
            default -> bytes.subList(Math.min(at, bytes.size()), bytes.size()).clear();
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private long kept() {
        return new Database(source)
                .count("select count(*) from inbox where body like ? or workspace = ?", "%" + mark + "%", mark);
    }

    private String told(byte[] body) {
        return "seed " + seed + ", body in Base64: " + Base64.getEncoder().encodeToString(body);
    }
}
