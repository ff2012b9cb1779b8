package dev.cowork.impact;

import dev.cowork.delivery.Chore;
import dev.cowork.impact.ticket.LinkingTicket;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/// Forgets facts that are older than they may be: first whose they were, then themselves. In small steps, each in a
/// transaction of its own, so that nobody waits for it.
@ApplicationScoped
class ForgettingChore implements Chore {
    private static final int STEP = 5_000;

    private final SessionFacts sessions;
    private final ProposalFacts proposals;
    private final LinkingTicket tickets;
    private final ImpactConfig config;
    private final InstantSource clock;

    ForgettingChore(
            SessionFacts sessions,
            ProposalFacts proposals,
            LinkingTicket tickets,
            ImpactConfig config,
            InstantSource clock) {
        this.sessions = sessions;
        this.proposals = proposals;
        this.tickets = tickets;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "impact-forgetting";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        var kept = now.minus(config.keep());
        var named = now.minus(config.keepPersons());
        var forgotten = all(() -> tickets.forget(kept, STEP))
                + all(() -> sessions.forget(kept, STEP))
                + all(() -> proposals.forget(kept, STEP));
        var anonymous = all(() -> tickets.forgetPersons(named, STEP))
                + all(() -> sessions.forgetPersons(named, STEP))
                + all(() -> proposals.forgetPersons(named, STEP));
        var empty = all(() -> tickets.forgetEmpty(STEP)) + all(() -> sessions.forgetEmpty(STEP));
        if (forgotten + anonymous + empty > 0) {
            Log.infof(
                    "%d facts were forgotten, of %d whose they were, and %d counts of nothing",
                    forgotten, anonymous, empty);
        }
    }

    private static long all(IntSupplier step) {
        var all = 0L;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(step::getAsInt);
            all += some;
        } while (some > 0);
        return all;
    }
}
