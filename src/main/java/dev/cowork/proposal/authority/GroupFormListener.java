package dev.cowork.proposal.authority;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// What a user group is here, sent off.
@ApplicationScoped
class GroupFormListener implements Listener<Inbound.Submitted> {
    private final NamingRole naming;

    GroupFormListener(NamingRole naming) {
        this.naming = naming;
    }

    @Override
    public Address address() {
        return Address.form(GroupModal.NAME);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        if (GroupModal.read(sent.form()).isEmpty()) {
            return new Reply.Errors(Map.of(GroupModal.GROUP, "This is no user group's id, such as S0615G0KT."));
        }
        var gesture = sent.gesture();
        return gesture.isOfThisWorkspace() && naming.mayName(gesture.workspace(), gesture.member())
                ? Reply.later()
                : new Reply.Errors(Map.of(GroupModal.ADMIN, Refusing.NO_ADMIN));
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        GroupModal.read(sent.form())
                .filter(_ -> gesture.isOfThisWorkspace())
                .ifPresent(group -> naming.nameGroup(gesture.workspace(), group, gesture.member(), gesture.key()));
    }
}
