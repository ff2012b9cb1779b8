package dev.cowork.session;

import dev.cowork.delivery.PostDied;
import dev.cowork.delivery.PostSent;
import dev.cowork.slack.ThreadRef;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Opens a session: its card goes out, and once it stands the partner begins.
@ApplicationScoped
class OpeningSession {
    /// What is said to the partner where the form has said everything.
    private static final String TOGETHER = "Let's work through this together.";

    private final Sessions sessions;
    private final SessionMembers members;
    private final Situations situations;
    private final RecordingWords recording;
    private final ShowingCase showing;
    private final ReadingEarlier reading;
    private final Event<SessionOpened> opened;
    private final InstantSource clock;

    OpeningSession(
            Sessions sessions,
            SessionMembers members,
            Situations situations,
            RecordingWords recording,
            ShowingCase showing,
            ReadingEarlier reading,
            Event<SessionOpened> opened,
            InstantSource clock) {
        this.opened = opened;
        this.sessions = sessions;
        this.members = members;
        this.situations = situations;
        this.recording = recording;
        this.showing = showing;
        this.reading = reading;
        this.clock = clock;
    }

    @Transactional
    Session open(NewSession wanted) {
        var session = Session.open(wanted, clock.instant());
        sessions.persist(session);
        members.join(session, session.owner(), session.openedAt());
        // Before the first words wake the partner: it then waits for what is read.
        wanted.place().calledBy().ifPresent(call -> reading.order(session, call));
        situations.keep(session, wanted.situation());
        recording.record(
                session,
                Utterance.Kind.INSTRUCTION,
                session.owner(),
                wanted.words().isBlank() ? TOGETHER : wanted.words());
        showing.post(session);
        opened.fire(new SessionOpened(
                session.workspace(),
                session.id(),
                session.owner(),
                session.opening(),
                session.isQuick(),
                wanted.ticket().confidence(),
                session.openedAt()));
        return session;
    }

    void on(@Observes PostSent sent) {
        sessions.withCard(sent.workspace(), sent.message())
                .filter(session -> session.thread().isEmpty())
                .ifPresent(session -> {
                    session.standsAt(new ThreadRef(sent.channel(), sent.ts()));
                    recording.wake(session, "card");
                });
    }

    /// Where the card cannot stand in the channel it goes to the agent's direct messages, so that no words are lost.
    void on(@Observes PostDied died) {
        sessions.withCard(died.workspace(), died.message())
                .filter(session -> session.thread().isEmpty() && session.isElsewhereThanWithOwner())
                .ifPresent(session -> {
                    Log.infof("session %s moves to its owner: %s", session.id(), died.reason());
                    var refused = session.channel();
                    session.movesToOwner();
                    showing.postInsteadOf(refused, session);
                });
    }
}
