package dev.cowork.proposal.authority;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// A cap, sent off.
@ApplicationScoped
class CapFormListener implements Listener<Inbound.Submitted> {
    private final EditingMatrix editing;

    CapFormListener(EditingMatrix editing) {
        this.editing = editing;
    }

    @Override
    public Address address() {
        return Address.form(RuleModal.CAP);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return editing.look(sent, RuleForm::cap, RuleForm.COUNTS);
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        editing.save(sent, RuleForm::cap);
    }
}
