package dev.cowork.training;

import dev.cowork.playbook.Openings;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// `Make a drill`, under the debrief of a closed session; once it is one, the same button changes it.
@ApplicationScoped
class MakePress implements Listener<Inbound.Pressed> {
    private final MakingDrill making;
    private final Openings openings;

    MakePress(MakingDrill making, Openings openings) {
        this.making = making;
        this.openings = openings;
    }

    @Override
    public Address address() {
        return Address.action("drill_make");
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var workspace = pressed.gesture().workspace();
        var session = UUID.fromString(pressed.value());
        if (!making.mayMake(workspace, session, pressed.gesture().member())) {
            return new Reply.Whisper("Only who worked on this session can make a drill of it.");
        }
        return new Reply.Open(making.madeOf(workspace, session)
                .map(made -> MakeModal.again(made, openings.all()))
                .orElseGet(() -> MakeModal.of(session, making.suggestion(workspace, session), openings.all())));
    }
}
