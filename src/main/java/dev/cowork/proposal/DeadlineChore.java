package dev.cowork.proposal;

import dev.cowork.delivery.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Looks at the deadlines: a card never says for long that it waits when its time is over, or for whom when others may
/// decide it, and nothing that waits is forgotten.
@ApplicationScoped
class DeadlineChore implements Chore {
    private final Expiring expiring;
    private final Calling calling;
    private final Digesting digesting;
    private final GoingAway going;
    private final NoticingWhoDecides noticing;

    DeadlineChore(
            Expiring expiring, Calling calling, Digesting digesting, GoingAway going, NoticingWhoDecides noticing) {
        this.going = going;
        this.noticing = noticing;
        this.expiring = expiring;
        this.calling = calling;
        this.digesting = digesting;
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
        // What would be missed most comes first: where one fails, the rest waits for the next run.
        expiring.expireDue();
        going.endDue();
        noticing.noticeAll();
        calling.callDue();
        digesting.sendDue();
    }
}
