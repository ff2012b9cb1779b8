package dev.cowork.proposal;

import dev.cowork.delivery.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Looks at the deadlines: a card never says for long that it waits when nobody may decide it any more.
@ApplicationScoped
class DeadlineChore implements Chore {
    private final Expiring expiring;

    DeadlineChore(Expiring expiring) {
        this.expiring = expiring;
    }

    @Override
    public String name() {
        return "proposal-deadlines";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        expiring.expireDue();
    }
}
