package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    // Slack's own example, from its page on verifying requests.
    private static final String SLACKS_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String SLACKS_TIMESTAMP = "1531420618";
    private static final String SLACKS_BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
            + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SLACKS_SIGNATURE =
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final Instant AT = Instant.ofEpochSecond(Long.parseLong(SLACKS_TIMESTAMP));

    private final Signature signature = new Signature(List.of(SLACKS_SECRET));

    @Test
    void takesSlacksOwnExample() {
        assertTrue(verifies(SLACKS_BODY, SLACKS_TIMESTAMP, SLACKS_SIGNATURE, AT));
    }

    @Test
    void refusesOneOtherBit() {
        for (int i = 3; i < SLACKS_SIGNATURE.length(); i++) {
            var flipped = new StringBuilder(SLACKS_SIGNATURE);
            flipped.setCharAt(i, Character.forDigit(Character.digit(flipped.charAt(i), 16) ^ 1, 16));
            assertFalse(verifies(SLACKS_BODY, SLACKS_TIMESTAMP, flipped.toString(), AT), flipped.toString());
        }
        assertFalse(verifies(SLACKS_BODY + " ", SLACKS_TIMESTAMP, SLACKS_SIGNATURE, AT));
        assertFalse(verifies(SLACKS_BODY, "1531420619", SLACKS_SIGNATURE, AT));
    }

    @Test
    void refusesWhatIsNoSignature() {
        for (var given : List.of("", "v0=", "v0=zz", "v0=a", "v1" + SLACKS_SIGNATURE.substring(2), "a2114d57")) {
            assertFalse(verifies(SLACKS_BODY, SLACKS_TIMESTAMP, given, AT), given);
        }
        assertFalse(signature.verifies(bytes(SLACKS_BODY), null, SLACKS_SIGNATURE, AT));
        assertFalse(signature.verifies(bytes(SLACKS_BODY), SLACKS_TIMESTAMP, null, AT));
        for (var time : List.of("", "now", "-1531420618", "1531420618.0", "99999999999999999999")) {
            assertFalse(verifies(SLACKS_BODY, time, SLACKS_SIGNATURE, AT), time);
        }
    }

    @Test
    void grantsFiveMinutesBothWaysAndNoSecondMore() {
        for (var way : List.of(1, -1)) {
            var edge = Duration.ofMinutes(5).multipliedBy(way);
            assertTrue(verifies(SLACKS_BODY, SLACKS_TIMESTAMP, SLACKS_SIGNATURE, AT.plus(edge)));
            var past = AT.plus(edge).plusSeconds(way);
            assertFalse(verifies(SLACKS_BODY, SLACKS_TIMESTAMP, SLACKS_SIGNATURE, past), past.toString());
        }
    }

    @Test
    void takesTheSecretBeforeTheLastRotationToo() {
        var rotating = new Signature(List.of("the-new-one", SLACKS_SECRET));

        assertTrue(rotating.verifies(bytes(SLACKS_BODY), SLACKS_TIMESTAMP, SLACKS_SIGNATURE, AT));
        assertFalse(new Signature(List.of("the-new-one"))
                .verifies(bytes(SLACKS_BODY), SLACKS_TIMESTAMP, SLACKS_SIGNATURE, AT));
    }

    @Test
    void doesNotBeginWithoutASecret() {
        for (var none : List.of(List.<String>of(), List.of(" "), List.of("good", ""))) {
            var refusal = assertThrows(IllegalArgumentException.class, () -> new Signature(none));
            assertEquals(
                    "SLACK_SIGNING_SECRET is not set: without it nobody could tell Slack's requests from forged ones",
                    refusal.getMessage());
        }
    }

    private boolean verifies(String body, String timestamp, String given, Instant now) {
        return signature.verifies(bytes(body), timestamp, given, now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
