package dev.cowork.insight;

import java.util.ArrayList;
import java.util.List;

/// How a session ended, in one line: outcome, first contact, confidence before and after, minutes.
final class EndingWords {
    private EndingWords() {}

    static String of(Debrief debrief) {
        var parts = new ArrayList<>(List.of(outcome(debrief.ending())));
        debrief.firstContact()
                .map(first -> first ? "the first answer settled it" : "it took more than one answer")
                .ifPresent(parts::add);
        confidence(debrief, parts);
        debrief.workedMinutes().map(worked -> minutes(worked) + " of work").ifPresent(parts::add);
        parts.add(minutes(debrief.minutes()) + " from opening to close");
        return String.join(" · ", parts);
    }

    private static void confidence(Debrief debrief, List<String> parts) {
        var before = debrief.confidence();
        var after = debrief.closingConfidence();
        if (before.isPresent() && after.isPresent()) {
            parts.add("confidence " + before.get() + " at the opening, " + after.get() + " at the close");
        } else if (after.isPresent()) {
            parts.add("confidence " + after.get() + " of 5 at the close");
        } else if (before.isPresent()) {
            parts.add("confidence " + before.get() + " of 5 at the opening");
        }
    }

    private static String outcome(String word) {
        return switch (word) {
            case "resolved" -> "Resolved";
            case "escalated" -> "Escalated";
            case "customer_left" -> "The customer left";
            default -> "Closed";
        };
    }

    private static String minutes(long minutes) {
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
