package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The modal of `Who is called`, sent off. The right to set it is asked for at that moment.
@ApplicationScoped
class LeadsFormListener implements Listener<Inbound.Submitted> {
    private final NamingLead naming;
    private final Roles roles;

    LeadsFormListener(NamingLead naming, Roles roles) {
        this.naming = naming;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.form(Buttons.LEADS);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        if (!naming.mayName(sent.gesture())) {
            return new Reply.Errors(Map.of(LeadsForm.ROLE, "Only supervisors and managers set this."));
        }
        return read(sent) instanceof LeadsForm.Parsed.Bad(var byBlock) ? new Reply.Errors(byBlock) : Reply.later();
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        if (read(sent) instanceof LeadsForm.Parsed.Good named) {
            naming.name(named, sent.gesture());
        }
    }

    private LeadsForm.Parsed read(Inbound.Submitted sent) {
        return LeadsForm.read(
                sent.form(),
                member -> roles.of(sent.gesture().workspace(), member).decides());
    }
}
