package dev.cowork.keeping;

import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
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

    @Transactional
    List<Found> about(WorkspaceId workspace, MemberId member, String reference) {
        return rows.foundAbout(workspace, reference).stream()
                .filter(it -> may(workspace, member, it.id()))
                .toList();
    }

    @Transactional
    boolean may(WorkspaceId workspace, MemberId member, UUID session) {
        if (!roles.mayWork(workspace, member)) {
            return false;
        }
        return rows.workedIn(workspace, session, member)
                || roles.isAdmin(workspace, member)
                        && rows.channelOf(workspace, session)
                                .filter(it -> isOpen(workspace, it))
                                .isPresent();
    }

    private boolean isOpen(WorkspaceId workspace, String channel) {
        posting.learn(workspace, channel);
        return posting.isOpenToAll(workspace, channel);
    }
}
