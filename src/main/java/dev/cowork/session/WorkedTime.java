package dev.cowork.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How long people really were at a ticket, by the moments at which something was said or answered. Between two of them
/// at most [#LONGEST_PAUSE] counts: whoever is silent for longer does something else.
final class WorkedTime {
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private WorkedTime() {}

    /// In minutes, rounded up; a session that was opened took one at least.
    static long minutes(Instant opened, Collection<Instant> moments, Instant closed) {
        var all = new ArrayList<>(moments);
        all.removeIf(moment -> moment.isBefore(opened) || moment.isAfter(closed));
        all.addAll(List.of(opened, closed));
        all.sort(null);
        var worked = Duration.ZERO;
        for (var next = 1; next < all.size(); next++) {
            var pause = Duration.between(all.get(next - 1), all.get(next));
            worked = worked.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
        return Math.max(1, worked.plusSeconds(59).toMinutes());
    }
}
