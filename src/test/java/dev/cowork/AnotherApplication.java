package dev.cowork;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The application for tests that ask nothing of the bot through the local Slack. It is one for all of them: for each
/// profile the application is built once more before the first test.
public final class AnotherApplication implements QuarkusTestProfile {
    /// Who may decide there.
    public static final List<String> SUPERVISORS =
            IntStream.range(0, 20).mapToObj(number -> "USUP" + number).toList();

    // Kept as a system property: Quarkus loads this class in one class loader per application.
    private static final String PORT = "cowork.test.elsewhere";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cowork.workspace.supervisors",
                String.join(",", SUPERVISORS),
                // What is posted goes to a channel that does not exist: it is counted, not read there.
                "cowork.delivery.lanes",
                "1",
                "quarkus.log.category.\"dev.cowork.delivery\".level",
                "OFF",
                "quarkus.log.category.\"com.slack.api\".level",
                "OFF",
                "cowork.playground.events-url",
                "http://127.0.0.1:" + elsewhere() + "/slack/events");
    }

    /// The port of this machine to which the local Slack tells what is done in it.
    public static int elsewhere() {
        if (System.getProperty(PORT) == null) {
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.setProperty(PORT, Integer.toString(free.getLocalPort()));
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
        }
        return Integer.getInteger(PORT);
    }
}
