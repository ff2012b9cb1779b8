package dev.cowork.chaos;

import dev.cowork.story.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One process of the packaged bot, as it runs in production.
final class Bot implements AutoCloseable {
    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final String name;
    private final int port;
    private final Path home;
    private final Map<String, String> environment;
    private Process process;
    private boolean isPaused;

    Bot(String name, Path home, Map<String, String> environment) throws IOException {
        this.name = name;
        this.home = Files.createDirectories(home.resolve(name));
        this.port = Program.freePort();
        this.environment = environment;
    }

    URI door() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    Path log() {
        return home.resolve("log");
    }

    /// Starts it and does not wait.
    ///
    /// @param more options of Java's
    synchronized void start(String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-XX:AOTCache=" + JAR.resolveSibling("cowork.aot"),
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command);
        var all = builder.environment();
        all.keySet().removeIf(key -> key.matches("(SLACK|ANTHROPIC|COWORK|QUARKUS)_.*"));
        all.put("COWORK_DATA_DIR", home.resolve("data").toString());
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        all.putAll(environment);
        isPaused = false;
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized boolean isPaused() {
        return isPaused;
    }

    synchronized int exitCode() {
        return process.exitValue();
    }

    /// The processors' time it has had so far.
    synchronized Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// As `kill -9` does it.
    synchronized void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void pause() {
        if (isAlive()) {
            signal("-STOP");
            isPaused = true;
        }
    }

    synchronized void goOn() {
        if (isPaused && isAlive()) {
            signal("-CONT");
        }
        isPaused = false;
    }

    boolean isReady() {
        var request = HttpRequest.newBuilder(door().resolve("q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private void signal(String which) {
        try {
            new ProcessBuilder("kill", which, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("this machine has no `kill`", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
