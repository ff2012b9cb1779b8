package dev.cowork.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A durable PostgreSQL that can be made to fall as if the machine had: it stops in the middle of everything and
/// recovers, at the same port.
public final class FallingPostgres implements AutoCloseable {
    private final Path directory;
    private final OwnPostgres server;

    public FallingPostgres(Path directory) {
        this.directory = directory;
        this.server = OwnPostgres.start(directory, Map.of("max_connections", "200"));
        server.ensureDatabase("cowork");
    }

    public int port() {
        return Integer.parseInt(server.jdbcUrl("").replaceAll(".*:(\\d+)/", "$1"));
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    /// The processors' time that those of its processes had so far that still run.
    public Duration processorTime() {
        try (var lines = Files.lines(directory.resolve("postgres").resolve("postmaster.pid"))) {
            var first = ProcessHandle.of(
                    Long.parseLong(lines.findFirst().orElseThrow().strip()));
            return first.stream()
                    .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                    .flatMap(it -> it.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void fall() {
        try {
            var programs = Binaries.unpackedUnder(directory.resolve("programs"));
            var data = directory.resolve("postgres").toString();
            ServerCommand.forThisUser()
                    .run(
                            List.of(
                                    programs.program("pg_ctl"),
                                    "restart",
                                    "-D",
                                    data,
                                    "-m",
                                    "immediate",
                                    "-w",
                                    "-t",
                                    "60",
                                    "-l",
                                    directory.resolve("postgres.log").toString()),
                            directory);
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not come back", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
