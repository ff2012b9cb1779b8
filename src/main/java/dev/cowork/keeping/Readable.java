package dev.cowork.keeping;

import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

    /// Asks Slack who can read the channels, each once, where it has not told lately. Not inside a transaction.
    List<Found> about(WorkspaceId workspace, MemberId member, String reference) {
        var found = QuarkusTransaction.requiringNew().call(() -> rows.foundAbout(workspace, reference));
        learn(workspace, member, found.stream().map(Found::channel));
        return QuarkusTransaction.requiringNew()
                .call(() -> found.stream()
                        .filter(it -> mayByNow(workspace, member, it.id()))
                        .toList());
    }

    /// As [#about].
    boolean may(WorkspaceId workspace, MemberId member, UUID session) {
        var channel = QuarkusTransaction.requiringNew().call(() -> rows.channelOf(workspace, session));
        learn(workspace, member, channel.stream());
        return QuarkusTransaction.requiringNew().call(() -> mayByNow(workspace, member, session));
    }

    private void learn(WorkspaceId workspace, MemberId member, Stream<String> channels) {
        if (QuarkusTransaction.requiringNew().call(() -> roles.isAdmin(workspace, member))) {
            channels.distinct().forEach(channel -> posting.learnNow(workspace, channel));
        }
    }

    private boolean mayByNow(WorkspaceId workspace, MemberId member, UUID session) {
        if (!roles.mayWork(workspace, member)) {
            return false;
        }
        return rows.workedIn(workspace, session, member)
                || roles.isAdmin(workspace, member)
                        && rows.channelOf(workspace, session)
                                .filter(it -> posting.isOpenToAll(workspace, it))
                                .isPresent();
    }
}
