package dev.cowork.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Whether a request comes from Slack: HMAC-SHA256 over `v0:timestamp:body`, at most five minutes old or ahead,
/// compared in constant time.
final class Signature {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}");
    private final List<Secret> secrets;

    /// @param secrets the current one and, while rotating, the one before
    Signature(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("SLACK_SIGNING_SECRET is not set: without it nobody could tell Slack's"
                    + " requests from forged ones");
        }
        this.secrets = secrets.stream().map(Secret::of).toList();
    }

    boolean verifies(byte[] body, @Nullable String timestamp, @Nullable String signature, Instant now) {
        if (timestamp == null
                || signature == null
                || !signature.startsWith("v0=")
                || !TIMESTAMP.matcher(timestamp).matches()) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(at, now).abs().compareTo(WINDOW) > 0) {
            return false;
        }
        byte[] given;
        try {
            given = HexFormat.of().parseHex(signature.substring(3));
        } catch (IllegalArgumentException notHex) {
            return false;
        }
        var matches = false;
        for (var secret : secrets) {
            matches |= MessageDigest.isEqual(secret.hmac(timestamp, body), given);
        }
        return matches;
    }

    /// @param prepared copied for each request: to find and to set up another one takes as long as to compute
    private record Secret(SecretKeySpec key, Mac prepared) {
        static Secret of(String secret) {
            var key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
            return new Secret(key, mac(key));
        }

        private static Mac mac(SecretKeySpec key) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java cannot compute HmacSHA256", e);
            }
        }

        byte[] hmac(String timestamp, byte[] body) {
            var mac = another();
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        }

        private Mac another() {
            try {
                return (Mac) prepared.clone();
            } catch (CloneNotSupportedException e) {
                // Not every provider of cryptography can copy one.
                return mac(key);
            }
        }
    }
}
