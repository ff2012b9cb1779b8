package dev.cowork.workspace.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    @ParameterizedTest
    @CsvSource({
        "BOT_NAME, Nell from support, <b>",
        "BOT_PICTURE, :seedling:, seedling",
        "COMMAND, /support, support",
        "APPROVALS_CHANNEL, #support-approvals, the approvals",
        "CONTACT, U024BE7LH, nobody here",
        "ANSWER_WITHIN, 4, 0",
        "ANSWER_WITHIN, 72, 73",
        "WORKING_HOURS, Mon-Fri 09:00-17:30 Europe/Berlin, Mon-Fri 17:30-09:00 Europe/Berlin",
        "WORKING_HOURS, Sat 10:00-12:00 UTC, Mon-Fri 09:00-17:30 Atlantis",
        "CURRENCY, EUR, EURO",
        "DAILY_LIMIT, 50 USD, 50",
        "RETENTION, 90, ninety"
    })
    void takesWhatIsRightAndSaysWhatIsWanted(Setting setting, String right, String wrong) {
        assertTrue(setting.complaintAbout(right).isEmpty(), right);
        assertTrue(setting.complaintAbout(wrong).orElseThrow().startsWith("This wants "), wrong);
        assertTrue(setting.complaintAbout("").isEmpty());
    }

    @Test
    void eachSaysItsEffectInALine() {
        assertTrue(Arrays.stream(Setting.values())
                .allMatch(it -> it.effect().length() <= 150 && it.label().length() <= 40));
    }

    @ParameterizedTest
    @CsvSource({
        // A Wednesday at noon in Berlin, in winter; then over its evening, over a weekend, from the night before.
        "2026-01-14T11:00:00Z, PT2H, 2026-01-14T13:00:00Z",
        "2026-01-14T15:30:00Z, PT2H, 2026-01-15T09:00:00Z",
        "2026-01-16T15:00:00Z, PT3H, 2026-01-19T09:30:00Z",
        "2026-01-14T02:00:00Z, PT1H, 2026-01-14T09:00:00Z",
        "2026-01-16T20:00:00Z, PT17H, 2026-01-20T16:30:00Z"
    })
    void countsWorkingHoursOnly(Instant from, Duration work, Instant until) {
        var hours = WorkingHours.read("Mon-Fri 09:00-17:30 Europe/Berlin").orElseThrow();

        assertEquals(until, hours.after(from, work));
    }
}
