package dev.cowork.workspace.install;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// The keys that seal tokens: as they are set, or of our own making in the data directory, readable by us alone.
@ApplicationScoped
class SealKeys {
    private static final int BYTES = 32;

    private final InstallConfig config;

    SealKeys(InstallConfig config) {
        this.config = config;
    }

    /// In Base64; the first one seals.
    List<String> all() {
        return split(config.encryptionKey().orElseGet(this::kept));
    }

    /// Whether the keys are a file of ours, so that [#renew] has a meaning.
    boolean areOurs() {
        return config.encryptionKey().isEmpty();
    }

    /// Puts a new key before those of our own making.
    void renew() {
        var file = file();
        try {
            Files.move(written(file, made() + "," + kept()), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the encryption key in " + file + " cannot be renewed", e);
        }
    }

    private static List<String> split(String keys) {
        return Stream.of(keys.split(",")).map(String::strip).toList();
    }

    private String kept() {
        var file = file();
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the encryption key in " + file + " cannot be read or made", e);
        }
    }

    /// There whole or not at all, and only the first that was made.
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var whole = written(file, made());
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            // Made at the same instant by somebody else: that one counts.
            return;
        } finally {
            Files.delete(whole);
        }
    }

    /// A temporary file is readable by us alone.
    private static Path written(Path file, String keys) throws IOException {
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "encryption-key", ".next");
        return Files.writeString(whole, keys);
    }

    private static String made() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private Path file() {
        return Path.of(config.dataDirectory(), "encryption-key");
    }
}
