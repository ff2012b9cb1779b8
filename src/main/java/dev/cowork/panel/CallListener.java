package dev.cowork.panel;

import dev.cowork.partner.Partner;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// `Call the specialists`, on the case card and where triage suggests it.
@ApplicationScoped
class CallListener implements Listener<Inbound.Pressed> {
    /// As the buttons of the session's room call it.
    private static final String ACTION = "panel_call";

    private static final String WITHOUT_CLAUDE =
            "The specialists are Claude, and I work without it here: there is no key."
                    + " The playbook has rules and texts, and no views of its own to disagree with, so it goes on as the one partner"
                    + " in this thread.";

    private final CallingPanel calling;
    private final Partner partner;

    CallListener(CallingPanel calling, Partner partner) {
        this.calling = calling;
        this.partner = partner;
    }

    @Override
    public Address address() {
        return Address.action(ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return calling.refusal(pressed.gesture(), UUID.fromString(pressed.value()))
                .or(() -> partner.hasClaude() ? Optional.empty() : Optional.of(WITHOUT_CLAUDE))
                .<Reply>map(Reply.Whisper::new)
                .orElseGet(Reply::later);
    }

    @Override
    @Transactional
    public void hear(Inbound.Pressed pressed) {
        calling.call(pressed.gesture(), UUID.fromString(pressed.value()));
    }
}
