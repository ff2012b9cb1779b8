package dev.cowork.audit;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;

/// `Verify` where the chain is long: asks for it to be looked through by and by.
@ApplicationScoped
class VerifyFormListener implements Listener<Inbound.Submitted> {
    private final Inbox inbox;
    private final Roles roles;

    VerifyFormListener(Inbox inbox, Roles roles) {
        this.inbox = inbox;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.form(AuditModal.VERIFY);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        if (gesture.isOfThisWorkspace()
                && roles.of(gesture.workspace(), gesture.member()).decides()) {
            inbox.accept(Delivery.own(
                    gesture.workspace(),
                    Key.of(VerifyingAudit.KIND, gesture.key()),
                    Lane.of(gesture.workspace(), VerifyingAudit.KIND),
                    VerifyingAudit.KIND,
                    gesture.member().value()));
        }
    }
}
