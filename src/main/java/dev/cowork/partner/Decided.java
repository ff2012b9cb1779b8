package dev.cowork.partner;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A decision as the talk reports it: `[decision] Approved: Refund $150.00 by <@U1>. They said: …`.
///
/// @param isOwn whether the agent granted it alone
/// @param what what was decided on, such as `Refund $150.00`
/// @param why what the person said about it; for the agent, never for the customer
/// @param condition what the promise depends on; it has to reach the customer
record Decided(Outcome outcome, boolean isOwn, String what, String why, Optional<String> condition) {
    /// A person's words may run over several lines, but not over a blank one.
    private static final Pattern LINE = Pattern.compile("^\\[decision] ([^:]+): (.*(?:\\R.+)*)", Pattern.MULTILINE);
    private static final Pattern BY = Pattern.compile("\\s+by <@[A-Z0-9]+>");
    private static final Pattern WHY = Pattern.compile("(?:\\.\\s+They said:|,?\\s+because:?)\\s+(.*)$");
    private static final Pattern CONDITION = Pattern.compile(
            "^(?:but |yes,? |ok(?:ay)?,? )*(?:only|provided|as long as|once|after|when|if|unless|on condition)\\b.*",
            Pattern.CASE_INSENSITIVE);

    enum Outcome {
        GRANTED,
        DECLINED,
        OPEN
    }

    static boolean isIn(String words) {
        return LINE.matcher(words).find();
    }

    /// In the order in which they were made.
    static List<Decided> all(String words) {
        return LINE.matcher(words)
                .results()
                .map(line -> of(line.group(1), line.group(2).replaceAll("\\R", " ")))
                .toList();
    }

    static Optional<Decided> last(String words) {
        return all(words).stream().reduce((_, later) -> later);
    }

    private static Decided of(String verdict, String told) {
        var rest = BY.matcher(told).replaceFirst("");
        var said = WHY.matcher(rest);
        var isSaid = said.find();
        var what = (isSaid ? rest.substring(0, said.start()) : rest).strip();
        var why = isSaid ? said.group(1).strip() : "";
        var isConditional = verdict.startsWith("Approved")
                && !why.isEmpty()
                && (verdict.equals("Approved with changes")
                        || CONDITION.matcher(why).matches());
        return new Decided(
                outcome(verdict),
                verdict.startsWith("Granted"),
                what,
                why,
                isConditional ? Optional.of(why) : Optional.empty());
    }

    boolean isEscalation() {
        return what.startsWith("Escalation");
    }

    /// Whether something was granted that the customer gets.
    boolean isPromise() {
        return outcome == Outcome.GRANTED && !isEscalation();
    }

    private static Outcome outcome(String verdict) {
        if (verdict.startsWith("Approved") || verdict.startsWith("Granted") || verdict.startsWith("Taken on")) {
            return Outcome.GRANTED;
        }
        return verdict.startsWith("Declined") ? Outcome.DECLINED : Outcome.OPEN;
    }
}
