package dev.cowork.panel;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The form of [LiftModal] sent off.
@ApplicationScoped
@Transactional
class LiftFormListener implements Listener<Inbound.Submitted> {
    private static final int SHORTEST = 10;

    private final LiftingBlock lifting;

    LiftFormListener(LiftingBlock lifting) {
        this.lifting = lifting;
    }

    @Override
    public Address address() {
        return Address.form(LiftModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        return problem(submitted)
                .<Reply>map(why -> new Reply.Errors(Map.of(LiftModal.REASON, why)))
                .orElseGet(Reply::later);
    }

    private Optional<String> problem(Inbound.Submitted submitted) {
        var reason = submitted.form().value(LiftModal.REASON);
        if (reason.length() < SHORTEST || reason.length() > LiftModal.LONGEST) {
            return Optional.of("Say why in a sentence: from " + SHORTEST + " to " + LiftModal.LONGEST + " characters.");
        }
        var block = lifting.of(submitted.gesture(), id(submitted));
        return block.isEmpty()
                ? Optional.of("I do not know this block.")
                : lifting.refusal(submitted.gesture(), block.get());
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        if (problem(submitted).isEmpty()) {
            lifting.lift(submitted.gesture(), id(submitted), submitted.form().value(LiftModal.REASON));
        }
    }

    private static UUID id(Inbound.Submitted submitted) {
        return UUID.fromString(submitted.form().hidden());
    }
}
