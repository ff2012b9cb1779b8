package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import java.util.Optional;

/// What somebody who may decide wants.
sealed interface Wish {
    record Approve() implements Wish {}

    /// @param instead what is granted in place of what was asked for; empty where nobody asked for money
    /// @param words under which condition; may be empty
    record ApproveWithChanges(Optional<Terms> instead, String words) implements Wish {}

    record Decline(String words) implements Wish {}

    record Terms(Ask.Kind kind, Money amount) {}

    default ProposalDecided.Verdict verdict() {
        return switch (this) {
            case Approve() -> ProposalDecided.Verdict.APPROVED;
            case ApproveWithChanges _ -> ProposalDecided.Verdict.APPROVED_WITH_CHANGES;
            case Decline _ -> ProposalDecided.Verdict.DECLINED;
        };
    }

    /// The reason or the condition; may be empty.
    default String words() {
        return "";
    }

    /// What would be granted of what was asked for.
    default Ask granted(Ask asked) {
        return this instanceof ApproveWithChanges(var instead, var _)
                        && instead.isPresent()
                        && asked instanceof Ask.Compensation
                ? new Ask.Compensation(
                        instead.orElseThrow().kind(), instead.orElseThrow().amount(), asked.reason())
                : asked;
    }
}
