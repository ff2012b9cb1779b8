package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The modal of `Approve with changes`, sent off.
@ApplicationScoped
class ApproveWithChangesFormListener implements Listener<Inbound.Submitted> {
    private final DecidingProposal deciding;
    private final AtTheDesk desk;

    ApproveWithChangesFormListener(DecidingProposal deciding, AtTheDesk desk) {
        this.deciding = deciding;
        this.desk = desk;
    }

    @Override
    public Address address() {
        return Address.form(Buttons.APPROVE_CHANGES);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return switch (ChangesForm.read(sent.form())) {
            case ChangesForm.Parsed.Bad(var byBlock) -> new Reply.Errors(byBlock);
            case ChangesForm.Parsed.Good(var wish) ->
                Press.of(sent)
                        .flatMap(desk::look)
                        .filter(asked -> changesNothing(asked, wish))
                        .<Reply>map(asked -> new Reply.Errors(Map.of(
                                DecidingModal.CONDITION,
                                "Nothing is changed yet. Change what is granted, or write a condition.")))
                        .orElseGet(Reply::later);
        };
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        if (ChangesForm.read(sent.form()) instanceof ChangesForm.Parsed.Good(var wish)) {
            Press.of(sent).ifPresent(press -> deciding.decide(press, wish));
        }
    }

    private static boolean changesNothing(Ask asked, Wish.ApproveWithChanges wish) {
        return wish.words().isEmpty() && wish.granted(asked).equals(asked);
    }

    /// A refused attempt to decide is recorded.
    @Override
    public boolean refusesByItself() {
        return true;
    }
}
