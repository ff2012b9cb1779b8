package dev.cowork.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of words, in UTF-8.
public final class Sha256 {
    private Sha256() {}

    /// In hexadecimal, 64 small digits.
    public static String of(String words) {
        return HexFormat.of().formatHex(bytes(words));
    }

    /// All 32 of them.
    public static byte[] bytes(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
