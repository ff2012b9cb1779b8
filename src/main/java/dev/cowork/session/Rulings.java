package dev.cowork.session;

import dev.cowork.proposal.Ruling;

/// What the matrix says, as people read it.
final class Rulings {
    static final String OWN = "You may do this now";

    private Rulings() {}

    static String label(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Own _ -> OWN;
            case Ruling.NeedsSupervisor(String rule) -> "Needs a supervisor" + because(rule);
            case Ruling.NeedsTwoApprovers(String rule) -> "Needs two approvers" + because(rule);
            case Ruling.NotAllowed(String rule) -> "Not allowed" + because(rule);
        };
    }

    private static String because(String rule) {
        return rule.isBlank() ? "" : ": " + rule;
    }
}
