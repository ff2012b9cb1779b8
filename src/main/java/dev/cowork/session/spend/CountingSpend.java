package dev.cowork.session.spend;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Meter;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Writes down what each request to Claude took, and tells administrators when most of the day's limit is gone: once at
/// each step.
@ApplicationScoped
class CountingSpend implements Meter {
    private static final List<Integer> STEPS = List.of(75, 95, 100);

    /// What is asked for no workspace in particular.
    private static final WorkspaceId NOBODY = new WorkspaceId("*");

    private final Spends spends;
    private final SpendBook book;
    private final Posting posting;
    private final InstantSource clock;

    CountingSpend(Spends spends, SpendBook book, Posting posting, InstantSource clock) {
        this.spends = spends;
        this.book = book;
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public void count(WorkspaceId workspace, String session, String model, Used used) {
        var tokens = new Tokens(used.fresh(), used.written(), used.cached(), used.output());
        // Who is stopped in the middle of an answer has spent what came before.
        var isStopped = Thread.interrupted();
        try {
            QuarkusTransaction.requiringNew().run(() -> count(workspace, session, model, tokens));
        } catch (RuntimeException e) {
            Log.errorf(e, "what a request took in session %s of %s was not counted", session, workspace);
        } finally {
            if (isStopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void count(WorkspaceId workspace, String session, String model, Tokens tokens) {
        var now = clock.instant();
        var micros = book.micros(model, tokens);
        var after = spends.add(workspace.value(), session, model, tokens, micros, now);
        var limit = book.limit(workspace);
        var before = SpendBook.percent(after - micros, limit);
        var reached = SpendBook.percent(after, limit);
        if (workspace.equals(NOBODY)) {
            return;
        }
        STEPS.stream()
                .filter(step -> before < step && step <= reached)
                .reduce((_, last) -> last)
                .ifPresent(step -> tell(workspace, step, after, now));
    }

    private void tell(WorkspaceId workspace, int step, long spent, Instant at) {
        Log.warnf("%s has spent %d %% of its limit for Claude today", workspace, step);
        var words = SpendCard.reached(step, spent, book.limit(workspace), book.until());
        book.admins(workspace)
                .forEach(admin -> posting.say(
                        workspace,
                        admin.value(),
                        Key.of("spend", Spends.dayOf(at), step, admin),
                        SpendCard.note(words)));
    }
}
