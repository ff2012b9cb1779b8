package dev.cowork.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Our claim on a data directory. The operating system drops it with the process, however that ends.
final class DirectoryLock {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) {
        var file = directory.resolve("lock");
        try {
            Files.createDirectories(directory);
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                channel.close();
                throw new RefusedStartException("COWORK_DATA_DIR: " + directory + " is in use by process "
                        + Files.readString(file).strip()
                        + "; stop that one, or give this one another directory");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new RefusedStartException(
                    "COWORK_DATA_DIR: " + directory
                            + " cannot be written; a directory this user may write to is accepted",
                    e);
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            // The process is about to end, and with it the claim.
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
