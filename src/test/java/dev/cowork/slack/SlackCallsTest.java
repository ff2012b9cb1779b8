package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cowork.workspace.ChangingWorkspace;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every way a call can end, against a server that behaves badly on the wire.
class SlackCallsTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
    private static final String GOOD = "{\"ok\":true,\"ts\":\"1.1\"}";

    private final CopyOnWriteArrayList<String> seen = new CopyOnWriteArrayList<>();
    private volatile String behaviour = "answer";
    private ServerSocket server;
    private SlackCalls calls;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        calls = callsTo(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aConnectionBrokenAfterTheBodyIsUnclearAndNeverTriedBehindOurBack() {
        // A warm connection first: only on one of those does OkHttp try again by itself.
        assertInstanceOf(SlackCalls.Outcome.Ok.class, post("one"));
        behaviour = "swallow";

        assertInstanceOf(SlackCalls.Outcome.Unclear.class, post("two"));

        assertEquals(1, seen.stream().filter(body -> body.contains("two")).count());
    }

    @Test
    void anAnswerThatNeverComesIsUnclear() {
        behaviour = "hang";

        assertInstanceOf(SlackCalls.Outcome.Unclear.class, post("x"));
    }

    @Test
    void aServerErrorIsUnclear() {
        behaviour = "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n";
        assertEquals("http 500", post("x").why());
        assertInstanceOf(SlackCalls.Outcome.Unclear.class, post("x"));

        behaviour = json("{\"ok\":false,\"error\":\"internal_error\"}");
        assertInstanceOf(SlackCalls.Outcome.Unclear.class, post("x"));

        behaviour = json("<html>no JSON</html>");
        assertInstanceOf(SlackCalls.Outcome.Unclear.class, post("x"));
    }

    @Test
    void tooManyCallsWaitAsLongAsSlackSays() {
        behaviour = "HTTP/1.1 429 Slow\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n";

        assertEquals(new SlackCalls.Outcome.Limited(Duration.ofSeconds(30)), post("x"));
    }

    @Test
    void whatSlackRefusesIsANo() {
        behaviour = json("{\"ok\":false,\"error\":\"channel_not_found\"}");

        assertEquals(new SlackCalls.Outcome.No("channel_not_found"), post("x"));
    }

    @Test
    void nobodyThereIsNotReached() throws IOException {
        // A port that is held and not listened at: a closed server's own could be taken by somebody else at once.
        try (var held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            var outcome = callsTo(held.getLocalPort())
                    .call(new WorkspaceId("T1"), "chat.postMessage", Map.of("channel", "C1", "text", "x"));

            assertInstanceOf(SlackCalls.Outcome.NotReached.class, outcome);
        }
    }

    /// Otherwise an approval card would die of a minute in which Slack was ill.
    @Test
    void aChannelThatCannotBeLookedUpNowIsNotTakenForOneThatIsNotThere() {
        var channels = new Channels(calls, InstantSource.system());
        behaviour = "HTTP/1.1 503 Ill\r\nContent-Length: 0\r\n\r\n";
        assertEquals(Optional.empty(), channels.idOf(WORKSPACE, "approvals"));

        behaviour = json("{\"ok\":true,\"channels\":[{\"id\":\"C000APPR\",\"name\":\"approvals\"}]}");
        assertEquals(Optional.of("C000APPR"), channels.idOf(WORKSPACE, "#approvals"));
        assertEquals(Optional.of("unknown"), channels.idOf(WORKSPACE, "unknown"));
        behaviour = json("{\"ok\":false,\"error\":\"missing_scope\"}");
        assertEquals(
                Optional.of("elsewhere"), channels.idOf(WORKSPACE, "elsewhere"), "Slack says what is wrong with it");

        behaviour = "HTTP/1.1 429 Slow\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n";
        assertEquals(Optional.empty(), channels.idOf(WORKSPACE, "tips"));
        behaviour = "answer";
        var asked = seen.size();
        assertEquals(Optional.empty(), channels.idOf(WORKSPACE, "tips"), "it was told to wait");
        assertEquals(asked, seen.size());
        assertEquals(Optional.of("C000APPR"), channels.idOf(WORKSPACE, "approvals"));
    }

    private SlackCalls.Outcome post(String text) {
        return calls.call(new WorkspaceId("T1"), "chat.postMessage", Map.of("channel", "C1", "text", text));
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> answerOn(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answerOn(Socket socket) {
        try (socket) {
            while (true) {
                seen.add(read(socket.getInputStream()));
                switch (behaviour) {
                    case "answer" -> write(socket, json(GOOD));
                    case "swallow" -> {
                        return;
                    }
                    case "hang" -> Thread.sleep(10_000);
                    default -> write(socket, behaviour);
                }
            }
        } catch (IOException | InterruptedException over) {
            // The other side has gone.
        }
    }

    private static void write(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String json(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /// One request: the body of it.
    private static String read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            head.append((char) next);
        }
        var length = head.toString().toLowerCase().replaceFirst("(?s).*content-length: *(\\d+).*", "$1");
        return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    static SlackCalls callsTo(int port) {
        var config = new Config("http://127.0.0.1:" + port + "/api");
        return new SlackCalls(
                new SlackClients().slack(config), new OneToken(), new Guise(new ChangingWorkspace().settings()));
    }

    record OneToken() implements Tokens {
        @Override
        public Optional<String> of(WorkspaceId workspace) {
            return Optional.of("xoxb-test");
        }

        @Override
        public List<String> all() {
            return List.of("xoxb-test");
        }
    }

    private record Config(String apiUrl) implements SlackConfig {
        @Override
        public Optional<String> botToken() {
            return Optional.of("xoxb-test");
        }

        @Override
        public Optional<String> appToken() {
            return Optional.empty();
        }

        @Override
        public Optional<String> signingSecret() {
            return Optional.empty();
        }

        @Override
        public Optional<String> previousSigningSecret() {
            return Optional.empty();
        }

        @Override
        public Duration pulse() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration longestGap() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration callTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int limitsTimes() {
            return 1;
        }

        @Override
        public int liveCharacters() {
            return 256;
        }

        @Override
        public Duration liveInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration liveUpdateInterval() {
            return Duration.ofSeconds(3);
        }
    }
}
