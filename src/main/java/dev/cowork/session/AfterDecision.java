package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.DeadlineMoved;
import dev.cowork.proposal.ProposalDecided;
import java.time.Duration;

/// How a decision is told to the partner, and what is to come of it. The line that begins with `[decision]` says what
/// was decided; what follows in brackets is what the partner does next.
final class AfterDecision {
    private AfterDecision() {}

    static String words(ProposalDecided decided) {
        return "[decision] " + line(decided) + "\n\n[" + next(decided) + "]";
    }

    static String words(DeadlineMoved moved) {
        return "[Asked for again: " + Asked.shown(moved.ask()) + ", by "
                + moved.by().mention()
                + ". An answer is needed within " + shown(Duration.between(moved.from(), moved.until())) + ".]\n\n"
                + "[Write a holding reply: what the customer was told before did not hold. Say so, apologise, and name"
                + " this time and no shorter one.]";
    }

    private static String line(ProposalDecided decided) {
        var what = Asked.shown(decided.granted());
        var by = " by " + decided.by().mention();
        var why = decided.words().isBlank() ? "" : decided.words().strip().replaceAll("\\R\\s*\\R", "\n");
        var isTaken = decided.granted() instanceof Ask.Escalation it && it.need() != Ask.Need.DECISION;
        return switch (decided.verdict()) {
            case APPROVED -> (isTaken ? "Taken on: " : "Approved: ") + what + by + also(why);
            case APPROVED_WITH_CHANGES ->
                (isTaken ? "Taken on under a condition: " : "Approved with changes: ") + what + by + also(why);
            case OWN_AUTHORITY -> "Granted on their own authority: " + what + by + also(why);
            case DECLINED -> "Declined: " + what + by + (why.isEmpty() ? "" : " because: " + why);
            case EXPIRED -> "Nobody decided in time: " + what + also(why);
        };
    }

    private static String next(ProposalDecided decided) {
        var isEscalation = decided.granted() instanceof Ask.Escalation;
        return switch (decided.verdict()) {
            case APPROVED, APPROVED_WITH_CHANGES, OWN_AUTHORITY ->
                isEscalation
                        ? "Say what changes for the customer by that, and write what the agent can tell them now. No"
                                + " money was granted by it."
                        : "Rewrite the draft so that it promises exactly this: this kind, this amount, this condition if"
                                + " there is one, and nothing else.";
            case DECLINED ->
                "Rewrite the draft without it: an honest explanation that the agent can give, in the customer's terms"
                        + " and without blaming whoever decided, and what is possible instead.";
            case EXPIRED ->
                "Nothing was refused: time was over. Write a holding reply that says so honestly and promises nothing,"
                        + " and tell the agent that `Renew` asks again.";
        };
    }

    private static String also(String words) {
        return words.isEmpty() ? "" : ". They said: " + words;
    }

    static String shown(Duration time) {
        var minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        return minutes % 60 == 0 ? minutes / 60 + (minutes == 60 ? " hour" : " hours") : minutes + " minutes";
    }
}
