package dev.cowork.slack;

import dev.cowork.delivery.Chore;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Tokens;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/// Asks Slack now and then about everybody who has a role: nothing waits for somebody whose account is gone.
@ApplicationScoped
class KnowingDeciders implements Chore {
    private final SlackCalls calls;
    private final Tokens tokens;
    private final KnowingPeople people;
    private final Roles roles;

    KnowingDeciders(SlackCalls calls, Tokens tokens, KnowingPeople people, Roles roles) {
        this.calls = calls;
        this.tokens = tokens;
        this.people = people;
        this.roles = roles;
    }

    @Override
    public String name() {
        return "knowing-deciders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        tokens.all().forEach(this::askWith);
    }

    private void askWith(String token) {
        switch (calls.callWith(token, "auth.test", Map.of())) {
            case SlackCalls.Outcome.Ok(RawAnswer answer)
            when answer.teamId != null -> ask(new WorkspaceId(answer.teamId));
            case SlackCalls.Outcome outcome -> Log.debugf("nobody is asked about: %s", outcome.why());
        }
    }

    /// Those who were gone may be back.
    void ask(WorkspaceId workspace) {
        Within.workspace(
                workspace,
                () -> roles.named(workspace).stream()
                        .map(Position::member)
                        .forEach(member -> people.ask(workspace, member)));
    }
}
