package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cowork.workspace.WorkspaceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is known of channels, and for how long.
class ChannelsTest {
    private static final WorkspaceId HERE = new WorkspaceId("T1");
    private static final WorkspaceId ELSEWHERE = new WorkspaceId("T2");
    private static final String TIPS = "C000TIPS";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private HttpServer slack;
    private Channels channels;

    @BeforeEach
    void open() throws IOException {
        slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slack.createContext("/api/", this::answer);
        slack.start();
        channels = new Channels(SlackCallsTest.callsTo(slack.getAddress().getPort()), () -> now);
        answers.put("conversations.list", listed("tips", false));
    }

    @AfterEach
    void close() {
        slack.stop(0);
    }

    @Test
    void aChannelMadePrivateIsTakenForOpenForTenMinutesAtMost() {
        channels.learnNow(HERE, "#tips");
        assertTrue(channels.isOpen(HERE, "#tips"));
        answers.put("conversations.info", told("tips", true));

        pass(Channels.FRESH.minusSeconds(1));
        channels.learnNow(HERE, "#tips");
        assertTrue(channels.isOpen(HERE, "#tips"));
        assertEquals(List.of("conversations.list"), calls, "it was asked lately");

        pass(Duration.ofSeconds(1));
        assertFalse(channels.isOpen(HERE, "#tips"));
        assertFalse(channels.isKnown(HERE, "#tips"));

        channels.learnNow(HERE, "#tips");
        assertTrue(channels.isKnown(HERE, TIPS));
        assertFalse(channels.isOpen(HERE, TIPS));
        assertEquals(List.of("conversations.list", "conversations.info"), calls);
    }

    @Test
    void whatWillSoonBeTooOldIsAskedForBesideTheWork() throws InterruptedException {
        answers.put("conversations.info", told("tips", false));
        channels.learnNow(HERE, TIPS);
        pass(Channels.FRESH.dividedBy(2));

        channels.learn(HERE, TIPS);
        for (var waited = 0; waited < 500 && calls.size() < 2; waited++) {
            Thread.sleep(10);
        }
        Thread.sleep(100);
        pass(Channels.FRESH.dividedBy(2));

        assertTrue(channels.isOpen(HERE, TIPS));
        channels.learnNow(HERE, TIPS);
        assertEquals(List.of("conversations.info", "conversations.info"), calls);
    }

    @Test
    void aChannelThatSlackDoesNotShowUsIsNotOpen() {
        answers.put("conversations.info", "{\"ok\":false,\"error\":\"channel_not_found\"}");

        channels.learnNow(HERE, TIPS);

        assertTrue(channels.isKnown(HERE, TIPS));
        assertFalse(channels.isOpen(HERE, TIPS));
    }

    @Test
    void whatSlackDoesNotTellOfOneChannelItTellsOfAll() {
        answers.put("conversations.info", "{\"ok\":false,\"error\":\"unknown_method\"}");

        channels.learnNow(HERE, TIPS);

        assertTrue(channels.isOpen(HERE, TIPS));
        assertEquals(List.of("conversations.info", "conversations.list"), calls);
    }

    @Test
    void whereSlackDoesNotAnswerNothingIsKnown() {
        answers.clear();

        channels.learnNow(HERE, TIPS);
        channels.learnNow(HERE, "tips");

        assertFalse(channels.isKnown(HERE, TIPS) || channels.isOpen(HERE, TIPS));
        assertFalse(channels.isKnown(HERE, "tips") || channels.isOpen(HERE, "tips"));
    }

    @Test
    void aNameThatIsNotListedIsKnownNotToBeOpenForAWhileAndInThatWorkspaceAlone() {
        answers.put("conversations.list", listed("others", false));
        assertEquals(Optional.of("tips"), channels.idOf(HERE, "tips"));
        assertEquals(Optional.of("tips"), channels.idOf(HERE, "tips"));
        assertEquals(1, calls.size(), "asking again would change nothing");
        assertTrue(channels.isKnown(HERE, "tips"));
        assertFalse(channels.isOpen(HERE, "tips"));
        answers.put("conversations.list", listed("tips", false));

        assertEquals(Optional.of(TIPS), channels.idOf(ELSEWHERE, "tips"));

        pass(Channels.FRESH);
        assertEquals(Optional.of(TIPS), channels.idOf(HERE, "tips"), "somebody made it since");
    }

    @Test
    void aChannelWithAnotherNameIsNoLongerFoundByTheOldOne() {
        channels.learnNow(HERE, "tips");
        answers.put("conversations.info", told("old-tips", false));
        pass(Channels.FRESH);

        channels.learnNow(HERE, "tips");

        assertEquals(Optional.empty(), channels.knownIdOf(HERE, "tips"));
        assertEquals(Optional.of(TIPS), channels.knownIdOf(HERE, "old-tips"));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static String listed(String name, boolean isPrivate) {
        return "{\"ok\":true,\"channels\":[" + channel(name, isPrivate) + "]}";
    }

    private static String told(String name, boolean isPrivate) {
        return "{\"ok\":true,\"channel\":" + channel(name, isPrivate) + "}";
    }

    private static String channel(String name, boolean isPrivate) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"is_private\":%s}".formatted(TIPS, name, isPrivate);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().replaceFirst("/api/", "");
            calls.add(method);
            exchange.getRequestBody().readAllBytes();
            var body = answers.getOrDefault(method, "ill").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answers.containsKey(method) ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
