package dev.cowork.launch;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How PostgreSQL's programs are run here. PostgreSQL refuses to run as root, so where we are root they run in a user
/// namespace of their own, in which root is nobody; where a container forbids that, as the user nobody.
enum ServerCommand {
    AS_WE_ARE(List.of(), -1),
    IN_A_NAMESPACE(List.of("unshare", "-U"), 0),
    AS_NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), 65534);

    private final List<String> prefix;
    private final int owner;

    ServerCommand(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static ServerCommand forThisUser() throws IOException {
        if (!isRoot()) {
            return AS_WE_ARE;
        }
        return LinuxUtils.isUnshareAvailable() ? IN_A_NAMESPACE : AS_NOBODY;
    }

    /// Throws [RefusedStartException] where the user the server runs as cannot get to the directory.
    void checkReaches(Path directory) throws IOException {
        for (Path step = directory; this == AS_NOBODY && step != null; step = step.getParent()) {
            if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw Variable.COWORK_DATA_DIR.refused("PostgreSQL does not run as root, and other users may not enter "
                        + step + "; run the bot as another user, or set a directory all may enter, as /var/lib/cowork");
            }
        }
    }

    /// Gives a file, or a directory with all in it, to the user the server runs as.
    void own(Path path) throws IOException {
        if (owner < 0 || Files.getAttribute(path, "unix:uid").equals(owner)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.setAttribute(directory, "unix:uid", owner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Runs a program to its end. Throws with the last thing it said where it fails.
    void run(List<String> line, Path directory) throws IOException {
        var whole = new ArrayList<>(prefix);
        whole.addAll(line);
        var said = Files.createTempFile("cowork-postgres", ".log");
        try {
            // A file, not a pipe: the server inherits it and would hold a pipe open for ever.
            var process = new ProcessBuilder(whole)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(Files.readAllLines(said).stream()
                        .filter(words -> !words.isBlank())
                        .reduce((first, second) -> second)
                        .orElse("it said nothing"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(root)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean isRoot() throws IOException {
        return System.getProperty("os.name").equals("Linux")
                && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}
