package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// `Who is called` in App Home.
@ApplicationScoped
class LeadsListener implements Listener<Inbound.Pressed> {
    private final Leads leads;
    private final Roles roles;

    LeadsListener(Leads leads, Roles roles) {
        this.leads = leads;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.action(Buttons.LEADS);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    @Transactional
    public Reply atOnce(Inbound.Pressed pressed) {
        var gesture = pressed.gesture();
        return gesture.isOfThisWorkspace()
                        && roles.of(gesture.workspace(), gesture.member()).decides()
                ? new Reply.Open(LeadsModal.of(leads.in(gesture.workspace())))
                : new Reply.Whisper("Only supervisors and managers set this, and you are not one here.");
    }
}
