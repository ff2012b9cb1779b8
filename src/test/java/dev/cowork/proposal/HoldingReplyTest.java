package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingReplyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You hear from us within 2 hours.     | 24 | You hear from us within 24 hours.",
                "You hear from us within two hours.   | 24 | You hear from us within 24 hours.",
                "You hear within the next 30 minutes. | 2  | You hear within 2 hours.",
                "An answer comes in an hour, I swear. | 2  | An answer comes in 2 hours, I swear.",
                "You hear from us within 2 hours.     | 2  | You hear from us within 2 hours.",
                "You hear from us within 3 days.      | 24 | You hear from us within 3 days.",
                "We are on it.                        | 1  | We are on it. You will hear from us within 1 hour.",
                "In 2 weeks it arrives. We are on it. | 2  | In 2 weeks it arrives. We are on it. You will hear from us within 2 hours."
            })
    void promisesNothingSoonerThanIsDue(String words, int hours, String told) {
        assertEquals(told, HoldingReply.of(words, Duration.ofHours(hours)));
    }
}
