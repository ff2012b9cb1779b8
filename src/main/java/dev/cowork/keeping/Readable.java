package dev.cowork.keeping;

import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which sessions somebody may read as a file: those they worked in, and for administrators those in channels that
/// everybody can read. What was said in a private channel is for who could read it there.
@ApplicationScoped
class Readable {
    private final KeptRows rows;
    private final Roles roles;
    private final Posting posting;

    Readable(KeptRows rows, Roles roles, Posting posting) {
        this.rows = rows;
        this.roles = roles;
        this.posting = posting;
    }

    /// A session to choose.
    ///
    /// @param openedAt as a day
    record Found(UUID id, String ticket, String kind, String openedAt, String channel) {}

    /// Asks Slack who can read the channels, where it has not told lately. Not inside a transaction.
    List<Found> about(WorkspaceId workspace, MemberId member, String reference) {
        return QuarkusTransaction.requiringNew().call(() -> rows.foundAbout(workspace, reference)).stream()
                .filter(it -> may(workspace, member, it.id()))
                .toList();
    }

    /// As [#about].
    boolean may(WorkspaceId workspace, MemberId member, UUID session) {
        return QuarkusTransaction.requiringNew().call(() -> sharesWork(workspace, member, session))
                || channelForAdmin(workspace, member, session)
                        .filter(it -> isOpen(workspace, it))
                        .isPresent();
    }

    private boolean sharesWork(WorkspaceId workspace, MemberId member, UUID session) {
        return roles.mayWork(workspace, member) && rows.workedIn(workspace, session, member);
    }

    private Optional<String> channelForAdmin(WorkspaceId workspace, MemberId member, UUID session) {
        return QuarkusTransaction.requiringNew()
                .call(() -> roles.mayWork(workspace, member) && roles.isAdmin(workspace, member)
                        ? rows.channelOf(workspace, session)
                        : Optional.<String>empty());
    }

    private boolean isOpen(WorkspaceId workspace, String channel) {
        posting.learnNow(workspace, channel);
        return posting.isOpenToAll(workspace, channel);
    }
}
