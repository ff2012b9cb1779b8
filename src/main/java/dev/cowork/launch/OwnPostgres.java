package dev.cowork.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A PostgreSQL server of our own, for where none is configured. Its files outlive it, and it is durable: `fsync` and
/// `synchronous_commit` are on unless the caller asks otherwise.
///
/// It answers on loopback only, at a port that changes with each start, to a password kept beside its data. One process
/// at a time may have a directory; a server left behind by a killed process is stopped and its data recovered.
public final class OwnPostgres implements AutoCloseable {

    private static final String USER = "cowork";
    private static final String WORKER = "cowork_bot";
    private static final String VERSION = "18";
    /// Where PostgreSQL writes its port in `postmaster.pid`.
    private static final int PORT_LINE = 3;

    private final Path data;
    private final Binaries binaries;
    private final ServerCommand command;
    private final DirectoryLock lock;
    private final String password;
    private final int port;
    private boolean stopped;

    private OwnPostgres(Path directory, DirectoryLock lock, Map<String, String> settings) throws IOException {
        this.lock = lock;
        this.data = directory.resolve("postgres");
        this.binaries = Binaries.unpackedUnder(directory.resolve("programs"));
        this.command = ServerCommand.forThisUser();
        command.checkReaches(directory);
        this.password = password(directory.resolve("postgres-password"));
        initialise(directory.resolve("postgres-password"));
        stopLeftBehind();
        this.port = freePort();
        launch(directory.resolve("postgres.log"), settings);
    }

    /// Starts the server whose files are in `directory`, making them the first time, and returns when it answers.
    /// `settings` are PostgreSQL's own, such as `fsync` to `off`.
    ///
    /// Throws [RefusedStartException] where another process has the directory, its files cannot be written, or the
    /// server does not come up.
    public static OwnPostgres start(Path directory, Map<String, String> settings) {
        var absolute = directory.toAbsolutePath().normalize();
        var lock = DirectoryLock.take(absolute);
        try {
            return new OwnPostgres(absolute, lock, settings);
        } catch (IOException e) {
            lock.release();
            throw new RefusedStartException(
                    "COWORK_DATA_DIR: PostgreSQL could not start in " + absolute + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }

    /// How to reach a server.
    record Reach(int port, String password) {
        String jdbcUrl(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        String user() {
            return USER;
        }
    }

    /// The server that runs in the directory now, whoever started it.
    static Optional<Reach> running(Path directory) {
        try {
            var lines = Files.readAllLines(directory.resolve("postgres").resolve("postmaster.pid"));
            var password =
                    Files.readString(directory.resolve("postgres-password")).strip();
            var reach = new Reach(Integer.parseInt(lines.get(PORT_LINE).strip()), password);
            try (var _ = DriverManager.getConnection(reach.jdbcUrl("postgres"), USER, password)) {
                return Optional.of(reach);
            }
        } catch (IOException | SQLException | IndexOutOfBoundsException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// Has the bot of this process use the database of that name.
    void serveThisProcess(String database) {
        System.setProperty("quarkus.datasource.jdbc.url", jdbcUrl(database));
        ensureWorker();
        System.setProperty("quarkus.datasource.username", WORKER);
        System.setProperty("quarkus.datasource.password", password);
        // The owner brings the schema up to date, and does nothing else.
        System.setProperty("quarkus.flyway.username", USER);
        System.setProperty("quarkus.flyway.password", password);
    }

    /// Makes an empty database, unless there is one of this name.
    public void ensureDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var lookup = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            lookup.setString(1, name);
            if (!lookup.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new RefusedStartException(
                    "COWORK_DATA_DIR: PostgreSQL in " + data + " has no database " + name + ": " + e.getMessage(), e);
        }
    }

    /// Makes the user as whom the running bot works: it owns nothing, and sees of the tables what it is shown.
    private void ensureWorker() {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'cowork_served') then
                            create role cowork_served nologin;
                        end if;
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login in role cowork_served;
                        end if;
                    end $$""".formatted(WORKER));
            statement.execute("alter role " + WORKER + " password " + statement.enquoteLiteral(password));
        } catch (SQLException e) {
            throw new RefusedStartException(
                    "COWORK_DATA_DIR: PostgreSQL in " + data + " makes no user " + WORKER + ": " + e.getMessage(), e);
        }
    }

    /// Stops the server and frees the directory for others. Open connections are ended; what was committed stays.
    @Override
    public synchronized void close() {
        if (!stopped) {
            stopped = true;
            stop();
            lock.release();
        }
    }

    private void initialise(Path passwordFile) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            checkVersion();
        } else {
            var fresh = data.resolveSibling("postgres-unfinished");
            ServerCommand.deleteTree(fresh);
            Files.createDirectory(fresh);
            command.own(fresh);
            command.own(passwordFile);
            run(
                    "initdb",
                    List.of(
                            "-D",
                            fresh.toString(),
                            "-U",
                            USER,
                            "--pwfile=" + passwordFile,
                            "-A",
                            "scram-sha-256",
                            "-E",
                            "UTF8",
                            "--locale=C"));
            ServerCommand.deleteTree(data);
            Files.move(fresh, data);
        }
        command.own(data);
    }

    private void checkVersion() throws IOException {
        var written = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!written.equals(VERSION)) {
            throw Variable.COWORK_DATA_DIR.refused(
                    "the data in " + data + " are PostgreSQL " + written + "'s and the bot"
                            + " brings PostgreSQL " + VERSION + "; carry them over with pg_dump of " + written
                            + ", or set another directory");
        }
    }

    private void launch(Path log, Map<String, String> settings) throws IOException {
        var options = new ArrayList<String>();
        options.add("-p " + port);
        options.add("-c listen_addresses=127.0.0.1");
        options.add("-c unix_socket_directories=''");
        options.add("-c log_checkpoints=off");
        settings.forEach((name, value) -> options.add("-c " + name + "=" + value));
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        command.own(log);
        run(
                "pg_ctl",
                List.of("-D", data.toString(), "-l", log.toString(), "-w", "-t", "60", "-o", String.join(" ", options)),
                "start");
    }

    private void stopLeftBehind() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var left = ProcessHandle.of(
                Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
        if (left.isEmpty()) {
            return; // PostgreSQL knows this case, and sees to it that nothing of the old server still runs.
        }
        if (left.get().info().command().filter(c -> c.endsWith("/postgres")).isPresent()) {
            stop();
        } else {
            Files.delete(pidFile); // The machine went down; meanwhile the number is another program's.
        }
    }

    private void stop() {
        try {
            run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "6"), "stop");
        } catch (IOException slow) {
            try {
                run("pg_ctl", List.of("-D", data.toString(), "-m", "immediate", "-w", "-t", "2"), "stop");
            } catch (IOException stuck) {
                throw new RefusedStartException(
                        "COWORK_DATA_DIR: PostgreSQL in " + data + " does not stop: " + stuck.getMessage(), stuck);
            }
        }
    }

    private void run(String program, List<String> arguments, String... last) throws IOException {
        var line = new ArrayList<String>();
        line.add(binaries.program(program));
        line.addAll(List.of(last));
        line.addAll(arguments);
        command.run(line, data.getParent());
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
