package dev.cowork.audit;

import dev.cowork.delivery.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/// Looks whether a day is over whose audit is not anchored.
@ApplicationScoped
class AnchorChore implements Chore {
    private final AnchoringAudit anchoring;
    private final InstantSource clock;

    AnchorChore(AnchoringAudit anchoring, InstantSource clock) {
        this.anchoring = anchoring;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-anchor";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        anchoring.anchorDue(clock.instant());
    }
}
