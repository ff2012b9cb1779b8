package dev.cowork.partner;

import java.util.Optional;
import java.util.regex.Pattern;

/// A decision as the talk reports it: `[decision] Approved: Refund $150.00 by <@U1>. They said: …`.
///
/// @param what what was decided on, such as `Refund $150.00`
/// @param why what the person said about it; for the agent, never for the customer
record Decided(Outcome outcome, String what, String why) {
    private static final Pattern LINE = Pattern.compile("^\\[decision] ([^:]+): (.*)$", Pattern.MULTILINE);
    private static final Pattern BY = Pattern.compile("\\s+by <@[A-Z0-9]+>");
    private static final Pattern WHY = Pattern.compile("(?:\\.\\s+They said:|,?\\s+because:?)\\s+(.*)$");

    enum Outcome {
        GRANTED,
        DECLINED,
        OPEN
    }

    static boolean isIn(String words) {
        return LINE.matcher(words).find();
    }

    /// The last one in the words.
    static Optional<Decided> last(String words) {
        return LINE.matcher(words).results().reduce((_, later) -> later).map(line -> {
            var rest = BY.matcher(line.group(2)).replaceFirst("");
            var why = WHY.matcher(rest);
            return why.find()
                    ? new Decided(
                            outcome(line.group(1)),
                            rest.substring(0, why.start()).strip(),
                            why.group(1).strip())
                    : new Decided(outcome(line.group(1)), rest.strip(), "");
        });
    }

    boolean isEscalation() {
        return what.startsWith("Escalation");
    }

    private static Outcome outcome(String verdict) {
        if (verdict.startsWith("Approved") || verdict.startsWith("Granted")) {
            return Outcome.GRANTED;
        }
        return verdict.startsWith("Declined") ? Outcome.DECLINED : Outcome.OPEN;
    }
}
