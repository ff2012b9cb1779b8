package dev.cowork.slack;

import dev.cowork.delivery.Chore;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Asks Slack who is in the user groups that have a role: in new ones soon, in others every ten minutes.
@ApplicationScoped
class KnowingGroups implements Chore {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final SlackCalls calls;
    private final Roles roles;
    private final InstantSource clock;

    KnowingGroups(SlackCalls calls, Roles roles, InstantSource clock) {
        this.calls = calls;
        this.roles = roles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "knowing-groups";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        roles.groupsUnseenSince(clock.instant().minus(FRESH))
                .forEach(each -> Within.workspace(each.getKey(), () -> ask(each.getKey(), each.getValue())));
    }

    /// Where Slack does not tell, what it told last holds.
    private void ask(WorkspaceId workspace, String group) {
        switch (calls.call(workspace, "usergroups.users.list", Map.of("usergroup", group))) {
            case SlackCalls.Outcome.Ok(RawAnswer answer)
            when answer.users != null ->
                saw(
                        workspace,
                        group,
                        StreamSupport.stream(answer.users.spliterator(), false)
                                .map(id -> new MemberId(id.getAsString()))
                                .collect(Collectors.toSet()));
            // Gone, or never there: nobody is in it.
            case SlackCalls.Outcome.No(String error)
            when error.equals("no_such_subteam") -> saw(workspace, group, Set.of());
            case SlackCalls.Outcome outcome ->
                Log.warnf("who is in the user group %s of %s cannot be asked: %s", group, workspace, outcome.why());
        }
    }

    private void saw(WorkspaceId workspace, String group, Set<MemberId> members) {
        roles.sawGroup(workspace, group, members, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
