package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Slack's own stop button, beside its status line.
@ApplicationScoped
@Transactional
class StopListener implements Listener<Inbound.Stopped> {
    private final Sessions sessions;
    private final Desk desk;
    private final StoppingTurn stopping;
    private final Posting posting;

    StopListener(Sessions sessions, Desk desk, StoppingTurn stopping, Posting posting) {
        this.sessions = sessions;
        this.desk = desk;
        this.stopping = stopping;
        this.posting = posting;
    }

    @Override
    public Address address() {
        return Address.stop();
    }

    @Override
    public Class<Inbound.Stopped> hears() {
        return Inbound.Stopped.class;
    }

    @Override
    public void hear(Inbound.Stopped stopped) {
        var gesture = stopped.gesture();
        sessions.in(gesture.workspace(), stopped.thread())
                .ifPresent(session -> desk.refusal(gesture, session.id())
                        .ifPresentOrElse(
                                why -> posting.whisper(
                                        gesture.workspace(),
                                        stopped.thread(),
                                        gesture.member(),
                                        Key.of("stop", session.id(), gesture.key()),
                                        NoticeCard.of(why)),
                                () -> stopping.stop(session, gesture.member())));
    }
}
