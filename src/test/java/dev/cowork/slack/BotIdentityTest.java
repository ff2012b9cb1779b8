package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.cowork.Eventually;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.workspace.WorkspaceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// While Slack is slow, everything that comes in wants to know who we are.
class BotIdentityTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);
    private HttpServer server;
    private BotIdentity bot;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                slow.await();
                var answer = "{\"ok\":true,\"user_id\":\"UBOT\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        bot = new BotIdentity(SlackCallsTest.callsTo(server.getAddress().getPort()), new SlackCallsTest.OneToken());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void howeverManyWaitSlackIsAskedOnce() {
        for (var i = 0; i < 20; i++) {
            assertThrows(TryLaterException.class, this::self);
        }
        Eventually.is("Slack is asked", () -> asked.get() > 0);
        slow.countDown();
        Eventually.is("it is known", this::isKnown);

        assertEquals("UBOT", self());
        assertEquals(1, asked.get());
    }

    /// A workspace may have come after the start.
    @Test
    void whoeverNeedsToKnowHasItAsked() {
        slow.countDown();

        assertFalse(bot.isKnown(WORKSPACE));
        Eventually.is("it is known", () -> bot.isKnown(WORKSPACE));
        assertEquals(1, asked.get());
    }

    private boolean isKnown() {
        try {
            return !self().isEmpty();
        } catch (TryLaterException notYet) {
            return false;
        }
    }

    private String self() {
        return bot.idIn(WORKSPACE, JsonNodeFactory.instance.objectNode());
    }
}
