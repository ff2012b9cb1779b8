package dev.cowork.workspace;

import dev.cowork.workspace.sharing.Shared;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What people are in Slack, as far as it was seen: members, guests, bots, deactivated.
@ApplicationScoped
public class Standings {
    private final MemberStandings rows;
    /// A transaction for each who presses would go to PostgreSQL three times, and cost a button as much as being
    /// stored.
    private final Shared<MemberStanding.Id, Seen> together;

    Standings(MemberStandings rows) {
        this.rows = rows;
        this.together = new Shared<>("shared-look", rows::seen);
    }

    /// @param at when Slack said so
    public record Seen(Standing standing, Instant at) {}

    /// Says what somebody is, and asks Slack where that is not known yet: outside any transaction.
    public interface Asking {
        Standing of(WorkspaceId workspace, MemberId member);
    }

    /// Empty where Slack was not asked about them yet.
    @Transactional
    public Optional<Seen> of(WorkspaceId workspace, MemberId member) {
        return rows.of(workspace, member).map(MemberStanding::seen);
    }

    /// The same while Slack waits for us, together with whoever else is asked about just now. Outside any transaction.
    ///
    /// @throws IllegalStateException where it cannot be looked up just now
    public Optional<Seen> atOnce(WorkspaceId workspace, MemberId member) {
        return together.of(new MemberStanding.Id(workspace.value(), member.value()));
    }

    /// A member for as long as Slack has not said otherwise.
    @Transactional
    public Standing last(WorkspaceId workspace, MemberId member) {
        return of(workspace, member).map(Seen::standing).orElse(Standing.MEMBER);
    }

    @Transactional
    public void saw(WorkspaceId workspace, MemberId member, Standing standing, Instant at) {
        var row = rows.of(workspace, member)
                .orElseGet(() -> new MemberStanding(new MemberStanding.Id(workspace.value(), member.value())));
        row.is(standing, at);
        rows.persist(row);
    }

    Set<MemberId> notMembers(WorkspaceId workspace) {
        return rows.notMembers(workspace);
    }
}
