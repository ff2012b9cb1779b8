package dev.cowork.workspace.setting;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// When people are at work, as `Mon-Fri 09:00-17:30 Europe/Berlin`.
public record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    private static final Pattern WRITTEN =
            Pattern.compile("([A-Za-z]{3})(?:-([A-Za-z]{3}))? (\\d{2}:\\d{2})-(\\d{2}:\\d{2}) ([A-Za-z0-9_+/-]{1,60})");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    /// Empty where it is written otherwise, or ends before it begins.
    public static Optional<WorkingHours> read(String words) {
        var parts = WRITTEN.matcher(words.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var first = DAYS.get(parts.group(1).toLowerCase(Locale.ROOT));
        var last = parts.group(2) == null ? first : DAYS.get(parts.group(2).toLowerCase(Locale.ROOT));
        try {
            var from = LocalTime.parse(parts.group(3));
            var to = LocalTime.parse(parts.group(4));
            return first == null || last == null || !from.isBefore(to)
                    ? Optional.empty()
                    : Optional.of(new WorkingHours(between(first, last), from, to, ZoneId.of(parts.group(5))));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// When so much working time will have passed.
    public Instant after(Instant begin, Duration work) {
        var at = begin.atZone(zone);
        var left = work;
        while (true) {
            var opens = at.toLocalDate().atTime(from).atZone(zone);
            var closes = at.toLocalDate().atTime(to).atZone(zone);
            if (days.contains(at.getDayOfWeek()) && at.isBefore(closes)) {
                var start = at.isBefore(opens) ? opens : at;
                var today = Duration.between(start, closes);
                if (today.compareTo(left) >= 0) {
                    return start.plus(left).toInstant();
                }
                left = left.minus(today);
            }
            at = at.toLocalDate().plusDays(1).atStartOfDay(zone);
        }
    }

    private static Set<DayOfWeek> between(DayOfWeek first, DayOfWeek last) {
        var days = EnumSet.of(first);
        for (var day = first; day != last; ) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }
}
