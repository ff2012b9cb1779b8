package dev.cowork.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The bot with its local Slack as a process of its own, as `make run` starts it. `make demo` uses it too, from its
/// source and without what tests are made with.
///
/// @param address where it answers
/// @param log what it printed
public record Program(Process process, URI address, Path log) {
    /// The build with the playground in it.
    public static final Path JAR = Path.of("target", "playground", "quarkus-run.jar");

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    public static boolean isBuilt() {
        return Files.exists(JAR);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Starts it and waits until it is ready. Nothing in this machine's environment reaches it but what is given here:
    /// no workspace, no key, no database of anybody's.
    ///
    /// @param home where its data and its log go; what is there already is gone on with
    public static Program start(Path home, int port, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java,
                "-XX:+UseCompactObjectHeaders",
                // It lives for seconds: what the second compiler would win it costs first.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:AOTCache=" + JAR.resolveSibling("cowork.aot"),
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.profile=dev",
                "-jar",
                JAR.toString());
        var all = command.environment();
        all.keySet().removeIf(name -> name.matches("(SLACK|ANTHROPIC|COWORK|QUARKUS)_.*"));
        all.put("COWORK_DATA_DIR", home.resolve("data").toString());
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        all.putAll(environment);
        var log = home.resolve("log");
        var process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var program = new Program(process, URI.create("http://127.0.0.1:" + port + "/"), log);
        program.waitUntilReady();
        return program;
    }

    /// As `kill -9` does it.
    public void kill() {
        process.destroyForcibly();
        gone();
    }

    /// As Ctrl-C does it.
    public void stop() {
        process.destroy();
        gone();
    }

    private void gone() {
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitUntilReady() {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not start; its log is in " + log);
            }
            rest();
        }
    }

    private boolean isReady() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void rest() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
