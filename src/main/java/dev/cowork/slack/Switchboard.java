package dev.cowork.slack;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Connects what people do with who listens: exactly one listener per address, checked when the application starts.
@ApplicationScoped
public class Switchboard {
    private final Map<Address, Listener<?>> listeners = new HashMap<>();

    Switchboard(@All List<Listener<?>> all) {
        for (var listener : all) {
            var other = listeners.put(listener.address(), listener);
            if (other != null) {
                throw new IllegalStateException("two listeners at " + listener.address() + ": " + other.getClass()
                        + " and " + listener.getClass());
            }
        }
    }

    /// Every address somebody listens at.
    public Set<Address> addresses() {
        return Set.copyOf(listeners.keySet());
    }

    /// What is answered while Slack waits. Nobody listening means that nothing happens.
    Reply atOnce(Inbound inbound) {
        return find(inbound).map(listener -> answer(listener, inbound)).orElse(Reply.done());
    }

    boolean refusesByItself(Inbound inbound) {
        return find(inbound).filter(Listener::refusesByItself).isPresent();
    }

    void hear(Inbound inbound) {
        find(inbound).ifPresent(listener -> tell(listener, inbound));
    }

    private Optional<Listener<?>> find(Inbound inbound) {
        return Optional.ofNullable(listeners.get(addressOf(inbound)));
    }

    private static Address addressOf(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Commanded _ -> Address.command();
            case Inbound.Said _ -> Address.message();
            case Inbound.Pressed pressed -> Address.action(pressed.actionId().replaceFirst(":.*", ""));
            case Inbound.Submitted submitted -> Address.form(submitted.form().callbackId());
            case Inbound.Chosen chosen -> Address.shortcut(chosen.callbackId());
            case Inbound.HomeOpened _ -> Address.home();
            case Inbound.Stopped _ -> Address.stop();
            case Inbound.Reacted _ -> Address.reaction();
        };
    }

    private static <I extends Inbound> Reply answer(Listener<I> listener, Inbound inbound) {
        return listener.atOnce(listener.hears().cast(inbound));
    }

    private static <I extends Inbound> void tell(Listener<I> listener, Inbound inbound) {
        listener.hear(listener.hears().cast(inbound));
    }
}
