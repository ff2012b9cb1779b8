package dev.cowork.training;

import dev.cowork.playbook.Openings;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// `Make a drill`, under the debrief of a closed session.
@ApplicationScoped
class MakePress implements Listener<Inbound.Pressed> {
    private final MakingDrill making;
    private final SessionStory story;
    private final Openings openings;

    MakePress(MakingDrill making, SessionStory story, Openings openings) {
        this.making = making;
        this.story = story;
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
        if (!story.agentsOf(workspace, session).contains(pressed.gesture().member())) {
            return new Reply.Whisper("Only who worked on this session can make a drill of it.");
        }
        return making.isMade(workspace, session)
                ? new Reply.Whisper("This session is a drill already.")
                : new Reply.Open(MakeModal.of(session, making.suggestion(workspace, session), openings.all()));
    }
}
