package dev.cowork.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server under load, as a process of its own.
final class Peer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final String name;
    final int port;
    private final Process process;
    private final Path log;

    private Peer(String name, int port, Process process, Path log) {
        this.name = name;
        this.port = port;
        this.process = process;
        this.log = log;
    }

    static Peer start(String name, int port, List<String> command, Map<String, String> environment) throws IOException {
        var logs = Files.createDirectories(Path.of("target", "bench", "logs"));
        var log = logs.resolve(name.replace(' ', '-') + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var all = builder.environment();
        all.keySet().removeIf(key -> key.matches("(SLACK|ANTHROPIC|COWORK|QUARKUS|JAVA_TOOL)_.*"));
        all.put("SLACK_SIGNING_SECRET", Requests.SECRET);
        all.putAll(environment);
        return new Peer(name, port, builder.start(), log);
    }

    static List<String> java(String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(more));
        return command;
    }

    /// Waits for the first request that is acknowledged.
    ///
    /// @return how long it took from the call
    Duration firstAcknowledgement(Requests.Kind kind) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var requests = new Requests(kind);
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            try (var wire = new Wire(port)) {
                if (wire.ask(requests.next()) == 200) {
                    return Duration.ofNanos(System.nanoTime() - begun);
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    break;
                }
            }
            Thread.sleep(5);
        }
        var how = process.isAlive() ? "" : " and ended with " + process.exitValue();
        close();
        throw new IOException(name + " did not start" + how + "; its log is " + log);
    }

    /// Resident memory in MiB, as Linux counts it; 0 where there is no /proc.
    long residentMiB() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
