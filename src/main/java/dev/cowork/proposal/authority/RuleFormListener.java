package dev.cowork.proposal.authority;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// A rule, sent off.
@ApplicationScoped
class RuleFormListener implements Listener<Inbound.Submitted> {
    private final EditingMatrix editing;

    RuleFormListener(EditingMatrix editing) {
        this.editing = editing;
    }

    @Override
    public Address address() {
        return Address.form(RuleModal.RULE);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return editing.look(sent, RuleForm::rule, RuleForm.ROLE);
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        editing.save(sent, RuleForm::rule);
    }
}
