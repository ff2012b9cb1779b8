package dev.cowork.knowledge;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// A passage that was cited is to be read.
@ApplicationScoped
class ReadListener implements Listener<Inbound.Pressed> {
    private final Knowledge knowledge;

    ReadListener(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Address address() {
        return Address.action(KnowledgeCard.READ);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        if (!pressed.gesture().isOfThisWorkspace()) {
            return new Reply.Whisper("The company's knowledge is read by people of this workspace.");
        }
        return knowledge
                .read(pressed.gesture().workspace(), pressed.value())
                .<Reply>map(passage -> new Reply.Open(KnowledgeModal.of(passage)))
                .orElseGet(
                        () -> new Reply.Whisper(
                                "This passage was changed or removed since. Ask me again, and I look at what stands there now."));
    }
}
