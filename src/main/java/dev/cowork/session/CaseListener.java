package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// The buttons of the case card.
@ApplicationScoped
@Transactional
class CaseListener implements Listener<Inbound.Pressed> {
    private final Sessions sessions;
    private final Desk desk;
    private final PausingSession pausing;
    private final JoiningSession joining;
    private final SayingForAgent saying;
    private final AskingModal asking;
    private final ShowingCase showing;
    private final Facts facts;
    private final Posting posting;

    CaseListener(
            Sessions sessions,
            Desk desk,
            PausingSession pausing,
            JoiningSession joining,
            SayingForAgent saying,
            AskingModal asking,
            ShowingCase showing,
            Facts facts,
            Posting posting) {
        this.posting = posting;
        this.sessions = sessions;
        this.desk = desk;
        this.pausing = pausing;
        this.joining = joining;
        this.saying = saying;
        this.asking = asking;
        this.showing = showing;
        this.facts = facts;
    }

    @Override
    public Address address() {
        return Address.action(CaseCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var id = UUID.fromString(pressed.value());
        if (what(pressed).equals("join")) {
            return Reply.later();
        }
        var refusal = desk.refusal(pressed.gesture(), id);
        if (refusal.isPresent()) {
            return new Reply.Whisper(refusal.get());
        }
        var session = sessions.of(pressed.gesture().workspace(), id).orElseThrow();
        if (session.thread().isEmpty()) {
            return new Reply.Whisper("The session is just being opened. Try again in a moment.");
        }
        return switch (what(pressed)) {
            case "close" -> new Reply.Open(CloseModal.of(session));
            case "compensate" -> new Reply.Open(asking.compensation(session));
            case "escalate" -> new Reply.Open(asking.escalation(session));
            case "handover" -> handover(session);
            case "facts" -> new Reply.Open(FactsModal.of(session, facts.of(session)));
            case String _ -> Reply.later();
        };
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        var id = UUID.fromString(pressed.value());
        var gesture = pressed.gesture();
        if (what(pressed).equals("join")) {
            desk.visit(gesture, id).ifPresent(session -> joining.join(session, gesture.member()));
            return;
        }
        desk.enter(gesture, id).ifPresent(session -> {
            switch (what(pressed)) {
                case "pause" -> pausing.pause(session);
                case "resume" -> pausing.resume(session, gesture);
                case "together" -> workTogether(pressed, session);
                case String other -> throw new IllegalArgumentException("no such press on a case: " + other);
            }
        });
    }

    private static Reply handover(Session session) {
        return session.channel().startsWith("D")
                ? new Reply.Whisper("This session stands in direct messages, where nobody else can read it. To hand it"
                        + " over, start it in a channel.")
                : new Reply.Open(HandoverModal.of(session));
    }

    private void workTogether(Inbound.Pressed pressed, Session session) {
        if (session.isQuick()) {
            session.workTogether();
            showing.revise(session);
            if (session.handling().isTriaged()) {
                posting.revise(
                        session.workspace(),
                        session.thread().orElseThrow(),
                        TriageCard.key(session),
                        "together",
                        TriageCard.of(session));
            }
            saying.say(
                    session,
                    pressed.gesture(),
                    "Let's work on it together after all: ask me what you need to know before the next draft.");
        }
    }

    private static String what(Inbound.Pressed pressed) {
        return pressed.actionId().replaceFirst("^.*?:", "");
    }
}
