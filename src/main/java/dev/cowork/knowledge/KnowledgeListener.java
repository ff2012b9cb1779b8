package dev.cowork.knowledge;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Address;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;

/// The buttons by which the knowledge is kept.
@ApplicationScoped
class KnowledgeListener implements Listener<Inbound.Pressed> {
    static final String NO_KEEPER = "The company's knowledge is kept by knowledge keepers and administrators.";

    private final Knowledge knowledge;
    private final BringingKnowledge bringing;
    private final Posting posting;
    private final Roles roles;

    KnowledgeListener(Knowledge knowledge, BringingKnowledge bringing, Posting posting, Roles roles) {
        this.knowledge = knowledge;
        this.bringing = bringing;
        this.posting = posting;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.action(KnowledgeCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var gesture = pressed.gesture();
        if (!mayKeep(gesture)) {
            return new Reply.Whisper(NO_KEEPER);
        }
        return switch (what(pressed)) {
            case "add" -> new Reply.Open(KnowledgeModal.add());
            case "list" -> new Reply.Open(KnowledgeModal.list(knowledge.files(gesture.workspace())));
            default -> Reply.later();
        };
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        var gesture = pressed.gesture();
        if (what(pressed).equals("remove") && mayKeep(gesture)) {
            var isGone = bringing.forget(gesture.workspace().value(), pressed.value());
            posting.say(
                    gesture.workspace(),
                    gesture.member().value(),
                    Key.of("knowledge", "removed", gesture.key()),
                    KnowledgeCard.removed(pressed.value(), isGone));
        }
    }

    private boolean mayKeep(Gesture gesture) {
        return gesture.isOfThisWorkspace() && roles.keepsKnowledge(gesture.workspace(), gesture.member());
    }

    private static String what(Inbound.Pressed pressed) {
        return pressed.actionId().replaceFirst("^.*?:", "");
    }
}
