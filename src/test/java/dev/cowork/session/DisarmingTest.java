package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.cowork.slack.SlackText;
import org.junit.jupiter.api.Test;

/// What is shown while it is written is as harmless as what stays, wherever the stream was cut.
class DisarmingTest {
    @Test
    void nothingComesAliveWhereverTheStreamIsCut() {
        var text =
                "See [here](https://evil.example/?q=1), <!channel>, <https://evil.example|ok>, ![i](HTTP://evil.example),"
                        + " www.evil.example, mailto:kim@example.org or [1]: ftp://evil.example/x and 3 < 4 [so] it was.";
        for (var length = 1; length < 30; length++) {
            var shown = new StringBuilder();
            var disarming = new Disarming(shown::append);
            for (var at = 0; at < text.length(); at += length) {
                disarming.append(text.substring(at, Math.min(text.length(), at + length)));
            }

            assertEquals(SlackText.disarmed(text), shown.toString(), "in pieces of " + length);
            for (var alive : new String[] {"](", "<!", "www.", "mailto:", "]:"}) {
                assertFalse(shown.toString().contains(alive), alive);
            }
            assertFalse(shown.toString().matches("(?is).*(?:https?|ftp)://.*"), "an address");
        }
    }
}
