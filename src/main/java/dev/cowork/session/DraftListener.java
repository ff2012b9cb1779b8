package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// The buttons under a draft.
@ApplicationScoped
@Transactional
class DraftListener implements Listener<Inbound.Pressed> {
    private final Drafts drafts;
    private final Desk desk;
    private final SayingForAgent saying;
    private final UsingDraft using;
    private final TakingBackDraft takingBack;
    private final SofteningDraft softening;
    private final HoldingReply holding;

    DraftListener(
            Drafts drafts,
            Desk desk,
            SayingForAgent saying,
            UsingDraft using,
            TakingBackDraft takingBack,
            SofteningDraft softening,
            HoldingReply holding) {
        this.drafts = drafts;
        this.desk = desk;
        this.saying = saying;
        this.using = using;
        this.takingBack = takingBack;
        this.softening = softening;
        this.holding = holding;
    }

    @Override
    public Address address() {
        return Address.action(DraftCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var draft = draft(pressed);
        if (draft.isEmpty()) {
            return new Reply.Whisper("I do not know this draft.");
        }
        var refusal = desk.refusal(pressed.gesture(), draft.get().session());
        if (refusal.isPresent()) {
            return new Reply.Whisper(refusal.get());
        }
        if (!draft.get().isCurrent() && !what(pressed).equals("holding")) {
            return new Reply.Whisper("Another version counts now: use the newest draft in the thread.");
        }
        return what(pressed).equals("edit") ? new Reply.Open(DraftModal.of(draft.get())) : Reply.later();
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        draft(pressed)
                .ifPresent(draft -> desk.enter(pressed.gesture(), draft.session())
                        .ifPresent(session -> hear(pressed, session, draft)));
    }

    private void hear(Inbound.Pressed pressed, Session session, Draft draft) {
        var gesture = pressed.gesture();
        switch (what(pressed)) {
            case "holding" -> saying.say(session, gesture, holding.wish(session));
            case "use" -> using.use(session, draft, gesture);
            case "language" ->
                session.handling()
                        .customerLanguage()
                        .filter(_ -> draft.isCurrent())
                        .ifPresent(it -> saying.say(
                                session, gesture, "Write the draft in " + it.name() + ", the customer's language."));
            case "soften" -> softening.soften(session, draft, gesture.member());
            case "back" -> takingBack.takeBack(session, draft, gesture.member());
            case String tone ->
                Tone.of(tone).filter(_ -> draft.isCurrent()).ifPresent(it -> saying.say(session, gesture, it.words()));
        }
    }

    private static String what(Inbound.Pressed pressed) {
        return pressed.actionId().replaceFirst("^.*?:", "");
    }

    private Optional<Draft> draft(Inbound.Pressed pressed) {
        return drafts.of(pressed.gesture().workspace(), UUID.fromString(pressed.value()));
    }
}
