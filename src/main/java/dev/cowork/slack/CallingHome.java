package dev.cowork.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.delivery.Chore;
import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.delivery.Outbox;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Tokens;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/// Asks Slack whether it still knows us, and writes down that it does: so that a time in which we could not have heard
/// anybody is known afterwards, whether we were down, PostgreSQL was, or Slack. The first good answer after our access
/// was taken away ends the workspace's suspension.
@ApplicationScoped
class CallingHome implements Chore {
    private final SlackCalls calls;
    private final Tokens tokens;
    private final SlackConfig config;
    private final Inbox inbox;
    private final Outbox outbox;
    private final ObjectMapper json;

    CallingHome(SlackCalls calls, Tokens tokens, SlackConfig config, Inbox inbox, Outbox outbox, ObjectMapper json) {
        this.calls = calls;
        this.tokens = tokens;
        this.config = config;
        this.inbox = inbox;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public String name() {
        return "calling-home";
    }

    @Override
    public Duration every() {
        return config.pulse();
    }

    @Override
    public void run() {
        tokens.all().forEach(this::call);
    }

    private void call(String token) {
        switch (calls.callWith(token, "auth.test", Map.of())) {
            case SlackCalls.Outcome.Ok(RawAnswer answer)
            when answer.teamId != null -> answered(new WorkspaceId(answer.teamId));
            case SlackCalls.Outcome.No(String error) -> Log.warnf("Slack does not take our token: %s", error);
            case SlackCalls.Outcome outcome -> Log.warnf("Slack does not say who we are: %s", outcome.why());
        }
    }

    private void answered(WorkspaceId workspace) {
        outbox.resume(workspace);
        QuarkusTransaction.requiringNew()
                .run(() -> inbox.pulse(workspace, config.longestGap()).ifPresent(gap -> seek(workspace, gap)));
    }

    private void seek(WorkspaceId workspace, Inbox.Gap gap) {
        Log.warnf("%s was not heard from %s to %s: what was missed is sought", workspace, gap.from(), gap.to());
        Metrics.counter("cowork.gaps").increment();
        var body = json.createObjectNode()
                .put("from", gap.from().getEpochSecond())
                .put("to", gap.to().getEpochSecond());
        inbox.accept(Delivery.own(
                workspace,
                Key.of("gap", gap.to().getEpochSecond()),
                Lane.of(workspace, "gap"),
                SeekingMissed.KIND,
                body.toString()));
    }
}
