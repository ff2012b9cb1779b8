package dev.cowork.keeping;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// `Delete for good`, sent off.
@ApplicationScoped
class ForgetFormListener implements Listener<Inbound.Submitted> {
    private final ForgettingErrand errand;
    private final Roles roles;

    ForgetFormListener(ForgettingErrand errand, Roles roles) {
        this.errand = errand;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.form(ForgetModal.NAME);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return mayForget(sent) ? Reply.later() : new Reply.Errors(Map.of("", ForgetCommand.NO_ADMIN));
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        if (mayForget(sent)) {
            errand.ask(sent.gesture(), sent.form().hidden());
        }
    }

    private boolean mayForget(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        return gesture.isOfThisWorkspace()
                && !sent.form().hidden().isBlank()
                && roles.isAdmin(gesture.workspace(), gesture.member());
    }
}
