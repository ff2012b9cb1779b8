package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;

/// Says something to the partner in the name of an agent who pressed a button, so that everybody in the thread reads
/// what was asked. In the caller's transaction.
@ApplicationScoped
class SayingForAgent {
    private final RecordingWords recording;
    private final Posting posting;

    SayingForAgent(RecordingWords recording, Posting posting) {
        this.recording = recording;
        this.posting = posting;
    }

    void say(Session session, Gesture gesture, String words) {
        posting.reply(
                session.workspace(),
                session.thread().orElseThrow(),
                Key.of("said", session.id(), gesture.key()),
                NoticeCard.of(gesture.member().mention() + ": " + CardText.inline(words, 500)));
        recording.record(session, Utterance.Kind.INSTRUCTION, gesture.member(), words);
    }
}
