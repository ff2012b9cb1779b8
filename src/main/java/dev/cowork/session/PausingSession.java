package dev.cowork.session;

import dev.cowork.slack.Gesture;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets a session rest and takes it up again, in the caller's transaction. What is said meanwhile is answered then.
@ApplicationScoped
class PausingSession {
    private final ShowingCase showing;
    private final RecordingWords recording;

    PausingSession(ShowingCase showing, RecordingWords recording) {
        this.showing = showing;
        this.recording = recording;
    }

    void pause(Session session) {
        if (session.state() == Session.State.OPEN) {
            session.pause();
            showing.revise(session);
        }
    }

    void resume(Session session, Gesture gesture) {
        if (session.state() == Session.State.PAUSED) {
            session.resume();
            showing.revise(session);
            recording.wake(session, gesture.key());
        }
    }
}
