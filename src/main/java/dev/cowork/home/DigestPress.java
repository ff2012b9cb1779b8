package dev.cowork.home;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// The weekly digest wanted, or no more. For who decides.
@ApplicationScoped
@Transactional
class DigestPress implements Listener<Inbound.Pressed> {
    private final DigestReaders readers;
    private final Roles roles;
    private final KeepingHome home;
    private final InstantSource clock;

    DigestPress(DigestReaders readers, Roles roles, KeepingHome home, InstantSource clock) {
        this.readers = readers;
        this.roles = roles;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Address address() {
        return Address.action(WeekCard.WANT);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        var gesture = pressed.gesture();
        if (!roles.of(gesture.workspace(), gesture.member()).decides()) {
            return;
        }
        if (pressed.value().equals("yes")) {
            readers.want(gesture.workspace(), gesture.member(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        } else {
            readers.wantNoMore(gesture.workspace(), gesture.member());
        }
        home.refresh(gesture.workspace(), Set.of(gesture.member()));
    }
}
