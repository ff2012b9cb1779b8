package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import java.util.Optional;

/// What is asked for: money (or goods worth it), or somebody with more say or skill.
public sealed interface Ask {
    /// One sentence: why.
    String reason();

    record Compensation(Kind kind, Money amount, String reason) implements Ask {}

    record Escalation(Target to, Urgency urgency, String reason, String holdingReply) implements Ask {}

    enum Kind {
        REFUND,
        CREDIT,
        REPLACEMENT,
        DISCOUNT,
        GESTURE,
        POLICY_EXCEPTION;

        public static Optional<Kind> of(String word) {
            return Words.find(values(), word);
        }
    }

    enum Target {
        SUPERVISOR,
        MANAGEMENT,
        LEGAL,
        TECHNICAL;

        public static Optional<Target> of(String word) {
            return Words.find(values(), word);
        }
    }

    enum Urgency {
        NOW,
        TODAY,
        THIS_WEEK;

        public static Optional<Urgency> of(String word) {
            return Words.find(values(), word);
        }
    }
}
