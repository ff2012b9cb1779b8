package dev.cowork.slack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/// A button of the tests that takes far too long to answer.
@ApplicationScoped
class ProbeSlowPress implements Listener<Inbound.Pressed> {
    static final String ID = "probe_slow_press";
    /// How the last one ended.
    static final AtomicReference<String> ENDED = new AtomicReference<>("");

    @Override
    public Address address() {
        return Address.action(ID);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed inbound) {
        try {
            Thread.sleep(3_500);
            ENDED.set("by itself");
        } catch (InterruptedException e) {
            ENDED.set("interrupted");
            Thread.currentThread().interrupt();
        }
        return Reply.later();
    }
}
