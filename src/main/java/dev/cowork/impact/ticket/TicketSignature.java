package dev.cowork.impact.ticket;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Whether a request is signed by somebody who has the secret, just now. Compared in constant time.
///
/// @param secrets the current one and, while rotating, the one before
/// @param window how old or how far ahead it may be
record TicketSignature(List<String> secrets, Duration window) {
    @Override
    public String toString() {
        return "TicketSignature[" + window + "]";
    }

    /// Our own: `v1=` and the hexadecimal HMAC-SHA256 of `v1:timestamp:workspace:body`.
    boolean isOurs(byte[] body, String timestamp, String workspace, String given, Instant now) {
        if (!timestamp.matches("\\d{1,12}") || !given.startsWith("v1=") || !isIn(seconds(timestamp), now)) {
            return false;
        }
        return secrets.stream()
                .map(secret -> hmac("HmacSHA256", secret, bytes("v1:" + timestamp + ":" + workspace + ":"), body))
                .map(hash -> isSame(hash, fromHex(given.substring(3))))
                .reduce(false, Boolean::logicalOr);
    }

    /// Zendesk's: the Base64 HMAC-SHA256 of timestamp and body.
    boolean isZendesks(byte[] body, String timestamp, String given, Instant now) {
        if (!instant(timestamp).filter(at -> isIn(at, now)).isPresent()) {
            return false;
        }
        return secrets.stream()
                .map(secret -> hmac("HmacSHA256", secret, bytes(timestamp), body))
                .map(hash -> isSame(bytes(Base64.getEncoder().encodeToString(hash)), bytes(given)))
                .reduce(false, Boolean::logicalOr);
    }

    /// Intercom's: the hexadecimal HMAC-SHA1 of the body. It has no timestamp of its own: the body's is looked at
    /// beside.
    boolean isIntercoms(byte[] body, String given) {
        return given.startsWith("sha1=")
                && secrets.stream()
                        .map(secret -> hmac("HmacSHA1", secret, new byte[0], body))
                        .map(hash -> isSame(hash, fromHex(given.substring(5))))
                        .reduce(false, Boolean::logicalOr);
    }

    private boolean isIn(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(window) <= 0;
    }

    private static Instant seconds(String timestamp) {
        return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }

    private static Optional<Instant> instant(String timestamp) {
        try {
            return Optional.of(Instant.parse(timestamp));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    private static boolean isSame(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static byte[] fromHex(String given) {
        try {
            return HexFormat.of().parseHex(given);
        } catch (IllegalArgumentException notHex) {
            return new byte[0];
        }
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(String algorithm, String secret, byte[] before, byte[] body) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(secret), algorithm));
            mac.update(before);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot compute " + algorithm, e);
        }
    }
}
