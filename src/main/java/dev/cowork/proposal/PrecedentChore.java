package dev.cowork.proposal;

import dev.cowork.delivery.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Writes down as precedents what was decided since it last looked.
@ApplicationScoped
class PrecedentChore implements Chore {
    private final KeepingPrecedents keeping;

    PrecedentChore(KeepingPrecedents keeping) {
        this.keeping = keeping;
    }

    @Override
    public String name() {
        return "proposal-precedents";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        keeping.keepDue();
    }
}
