package dev.cowork.proposal;

import dev.cowork.slack.Inbound;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How the modal of `Approve with changes` is read.
final class ChangesForm {
    private ChangesForm() {}

    sealed interface Parsed {
        record Good(Wish.ApproveWithChanges wish) implements Parsed {}

        record Bad(Map<String, String> byBlock) implements Parsed {}
    }

    static Parsed read(Inbound.Form form) {
        var condition = form.value(DecidingModal.CONDITION);
        if (!form.values().containsKey(ProposalForm.AMOUNT)) {
            return new Parsed.Good(new Wish.ApproveWithChanges(Optional.empty(), condition));
        }
        var wrong = new LinkedHashMap<String, String>();
        var kind = Ask.Kind.of(form.value(ProposalForm.KIND));
        if (kind.isEmpty()) {
            wrong.put(ProposalForm.KIND, "Choose a kind.");
        }
        var amount = ProposalForm.amount(form, wrong);
        return wrong.isEmpty()
                ? new Parsed.Good(new Wish.ApproveWithChanges(
                        Optional.of(new Wish.Terms(kind.orElseThrow(), amount.orElseThrow())), condition))
                : new Parsed.Bad(wrong);
    }
}
