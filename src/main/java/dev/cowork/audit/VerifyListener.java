package dev.cowork.audit;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;

/// `Verify the audit` in App Home, for whoever decides: supervisors, managers, administrators.
@ApplicationScoped
class VerifyListener implements Listener<Inbound.Pressed> {
    /// So many are looked through well within Slack's three seconds.
    static final int AT_ONCE = 20_000;

    private final AuditChain chain;
    private final Roles roles;

    VerifyListener(AuditChain chain, Roles roles) {
        this.chain = chain;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.action(AuditModal.VERIFY);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var gesture = pressed.gesture();
        if (!gesture.isOfThisWorkspace()
                || !roles.of(gesture.workspace(), gesture.member()).decides()) {
            return new Reply.Whisper("The audit is verified by supervisors, managers and administrators.");
        }
        var length = chain.length(gesture.workspace());
        return new Reply.Open(
                length > AT_ONCE ? AuditModal.askToWait(length) : AuditModal.answer(chain.verify(gesture.workspace())));
    }
}
