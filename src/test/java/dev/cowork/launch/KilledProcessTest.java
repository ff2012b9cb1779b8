package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process with a PostgreSQL of its own is killed outright, in the middle of committing. What it was told is
/// committed must be there for the next one, whether the server outlived it or died with it.
@Tag("process")
class KilledProcessTest {

    private static final int ENOUGH = 50;

    @TempDir
    Path directory;

    @Test
    void theNextProcessTakesOverTheServerLeftBehind() throws Exception {
        int last = commitUntilKilled();
        assertTrue(server().isAlive(), "the server outlives its process");

        assertEverythingUpTo(last);
    }

    @Test
    void theNextProcessRecoversAServerThatDiedToo() throws Exception {
        int last = commitUntilKilled();
        var server = server();
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        server.onExit().get();

        assertEverythingUpTo(last);
    }

    @Test
    void aNumberReusedByAnotherProgramIsNotTakenForTheServer() throws Exception {
        int last = commitUntilKilled();
        var server = server();
        server.destroyForcibly();
        server.onExit().get();
        var pidFile = directory.resolve("postgres").resolve("postmaster.pid");
        var lines = Files.readAllLines(pidFile);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        assertEverythingUpTo(last);
    }

    private int commitUntilKilled() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committing.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader printed = process.inputReader()) {
            int last = -1;
            for (var line = printed.readLine(); line != null; line = printed.readLine()) {
                if (line.matches("\\d+")) {
                    last = Integer.parseInt(line);
                    if (last == ENOUGH) {
                        process.toHandle().destroyForcibly(); // Leaves the rest of what it printed readable.
                    }
                }
            }
            process.waitFor();
            assertTrue(last >= ENOUGH, "it ended by itself after " + last);
            return last;
        }
    }

    private ProcessHandle server() throws IOException {
        var number = Files.readAllLines(directory.resolve("postgres").resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    private void assertEverythingUpTo(int last) throws SQLException {
        try (var server = OwnPostgres.start(directory, Map.of());
                var connection =
                        DriverManager.getConnection(server.jdbcUrl("cowork"), server.user(), server.password());
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from committed where number <= " + last)) {
            count.next();
            assertTrue(count.getInt(1) == last + 1, "of 0 to " + last + " there are " + count.getInt(1));
        }
    }
}
