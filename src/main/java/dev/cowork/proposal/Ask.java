package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import java.util.Optional;

/// What is asked for: money (or goods worth it), or somebody with more say or skill.
public sealed interface Ask {
    /// One sentence: why.
    String reason();

    record Compensation(Kind kind, Money amount, String reason) implements Ask {}

    /// @param group the name of the group, where it goes to another one than the usual; else empty
    record Escalation(Target to, String group, Need need, Urgency urgency, String reason, String holdingReply)
            implements Ask {
        public Escalation {
            if ((to == Target.GROUP) == group.isBlank()) {
                throw new IllegalArgumentException("an escalation to " + to + " with the group \"" + group + "\"");
            }
        }

        /// With the need that is usual there.
        public Escalation(Target to, Urgency urgency, String reason, String holdingReply) {
            this(to, "", Need.usualFor(to), urgency, reason, holdingReply);
        }

        /// In the middle of a sentence: `legal`, `Logistics`.
        public String toWhom() {
            return to == Target.GROUP ? group : Words.inside(to);
        }

        Escalation with(String otherHoldingReply) {
            return new Escalation(to, group, need, urgency, reason, otherHoldingReply);
        }
    }

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
        TECHNICAL,
        /// One that the workspace has named.
        GROUP;

        /// Empty for a group: it goes by its name.
        public static Optional<Target> of(String word) {
            return Words.find(values(), word).filter(target -> target != GROUP);
        }
    }

    enum Need {
        /// Somebody with more say answers yes or no.
        DECISION,
        /// Somebody more able joins and helps.
        CALL_IN,
        /// Somebody more able takes the case over.
        HAND_OVER;

        public static Optional<Need> of(String word) {
            return Words.find(values(), word);
        }

        static Need usualFor(Target to) {
            return switch (to) {
                case SUPERVISOR, MANAGEMENT -> DECISION;
                case LEGAL, TECHNICAL, GROUP -> CALL_IN;
            };
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
