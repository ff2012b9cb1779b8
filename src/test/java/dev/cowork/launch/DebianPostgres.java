package dev.cowork.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL server of the system's own, with the programs the bundled one lacks: for what an operator does by
/// `pg_dump`.
public final class DebianPostgres implements AutoCloseable {
    private static final Path ALL = Path.of("/usr/lib/postgresql");
    private static final String TRUST = "trust";

    private final Path programs;
    private final Path data;
    private final ServerCommand command;
    private final int port;

    private DebianPostgres(Path programs, Path home) throws IOException {
        this.programs = programs;
        this.command = ServerCommand.forThisUser();
        this.data = home.resolve("debian");
        this.port = freePort();
        Files.createDirectory(data);
        command.own(data);
        run("initdb", "-D", data.toString(), "-U", "cowork", "-A", TRUST, "-E", "UTF8", "--locale=C");
        run(
                "pg_ctl",
                "start",
                "-D",
                data.toString(),
                "-w",
                "-l",
                data.resolve("log").toString(),
                "-o",
                "-p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200");
    }

    /// Starts one, where this machine has its programs.
    public static Optional<DebianPostgres> start(Path home) throws IOException {
        if (!Files.isDirectory(ALL)) {
            return Optional.empty();
        }
        try (var versions = Files.list(ALL)) {
            var latest = versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_dump")))
                    .max(Comparator.comparing(
                            bin -> Double.valueOf(bin.getParent().getFileName().toString())));
            return latest.isEmpty() ? Optional.empty() : Optional.of(new DebianPostgres(latest.get(), home));
        }
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(database, port);
    }

    /// By way of something else that listens there.
    public String jdbcUrl(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// PostgreSQL's own form of the address.
    public String url(String database) {
        return "postgresql://cowork@127.0.0.1:" + port + "/" + database;
    }

    /// A directory its programs may write to.
    public Path exchange() {
        return data;
    }

    /// Runs one of its programs to its end.
    public void run(String program, String... arguments) throws IOException {
        var line = new ArrayList<String>(List.of(programs.resolve(program).toString()));
        line.addAll(List.of(arguments));
        command.run(line, data.getParent());
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate", "-w");
            // The temporary directory is cleared by us, who may not be the one the server ran as.
            ServerCommand.deleteTree(data);
        } catch (IOException e) {
            throw new IllegalStateException("the server in " + data + " does not stop", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
