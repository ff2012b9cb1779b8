package dev.cowork.session;

import dev.cowork.delivery.Chore;
import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// Calls to mind a call back that is due, in the thread of its session, once.
@ApplicationScoped
class CallBackChore implements Chore {
    private static final int AT_ONCE = 100;

    private final RecoveryPlans plans;
    private final Sessions sessions;
    private final Posting posting;
    private final InstantSource clock;

    CallBackChore(RecoveryPlans plans, Sessions sessions, Posting posting, InstantSource clock) {
        this.plans = plans;
        this.sessions = sessions;
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "session-call-backs";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        QuarkusTransaction.requiringNew()
                .call(() -> plans.due(clock.instant(), AT_ONCE))
                .forEach(id -> QuarkusTransaction.requiringNew().run(() -> remind(id)));
    }

    private void remind(UUID id) {
        plans.locked(id).filter(RecoveryPlan::isWaiting).ifPresent(plan -> {
            plan.remind(clock.instant());
            sessions.of(plan.workspace(), plan.session())
                    .filter(session -> !session.isClosed())
                    .ifPresent(session -> posting.reply(
                            session.workspace(),
                            session.thread().orElseThrow(),
                            Key.of("call-back", plan.id()),
                            RepeatCard.due(plan, session.ticket().customer())));
        });
    }
}
