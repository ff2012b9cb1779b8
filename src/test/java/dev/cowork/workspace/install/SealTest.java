package dev.cowork.workspace.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.workspace.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    private static final WorkspaceId ONE = new WorkspaceId("T1");
    private static final WorkspaceId TWO = new WorkspaceId("T2");

    @TempDir
    Path directory;

    @Test
    void opensForItsWorkspaceAlone() {
        var seal = new Seal(keys(key('a')));
        var sealed = seal.seal(ONE, "xoxb-secret");

        assertEquals("xoxb-secret", seal.open(ONE, sealed));
        assertTrue(!new String(sealed, StandardCharsets.ISO_8859_1).contains("secret"));
        assertThrows(UnsealableException.class, () -> seal.open(TWO, sealed));
    }

    @Test
    void anOlderKeyStillOpensAndTheFirstOneSeals() {
        var old = new Seal(keys(key('a')));
        var sealed = old.seal(ONE, "xoxb-secret");
        var both = new Seal(keys(key('b') + ", " + key('a')));
        var anew = both.seal(ONE, both.open(ONE, sealed));

        assertEquals("xoxb-secret", new Seal(keys(key('b'))).open(ONE, anew));
        assertThrows(UnsealableException.class, () -> old.open(ONE, anew));
    }

    @Test
    void makesAKeyOfItsOwnThatNobodyElseReads() throws IOException {
        var keys = new SealKeys(config(Optional.empty()));
        var sealed = new Seal(keys).seal(ONE, "xoxb-secret");
        var file = directory.resolve("encryption-key");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("xoxb-secret", new Seal(new SealKeys(config(Optional.empty()))).open(ONE, sealed));

        keys.renew();
        assertEquals(2, keys.all().size());
        assertEquals("xoxb-secret", new Seal(keys).open(ONE, sealed));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private SealKeys keys(String keys) {
        return new SealKeys(config(Optional.of(keys)));
    }

    private InstallConfig config(Optional<String> keys) {
        return new InstallConfig() {
            @Override
            public Optional<String> botToken() {
                return Optional.empty();
            }

            @Override
            public Optional<String> encryptionKey() {
                return keys;
            }

            @Override
            public String dataDirectory() {
                return directory.toString();
            }
        };
    }

    private static String key(char filled) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filled).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
