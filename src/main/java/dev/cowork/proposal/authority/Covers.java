package dev.cowork.proposal.authority;

import dev.cowork.proposal.Ask;

/// Which asks a line speaks of. A policy exception is a precedent and an escalation no money, so [#ANY] means neither.
public enum Covers {
    ANY,
    REFUND,
    CREDIT,
    REPLACEMENT,
    DISCOUNT,
    GESTURE,
    POLICY_EXCEPTION,
    ESCALATION;

    public static Covers of(Ask ask) {
        return switch (ask) {
            case Ask.Compensation it -> valueOf(it.kind().name());
            case Ask.Escalation _ -> ESCALATION;
        };
    }

    boolean includes(Covers asked) {
        return this == asked || this == ANY && asked != POLICY_EXCEPTION && asked != ESCALATION;
    }
}
