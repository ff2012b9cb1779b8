package dev.cowork.home;

import dev.cowork.insight.TipCount;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.session.SessionBook;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What a person has done and what waits for them, gathered from every room.
@ApplicationScoped
class Deeds {
    private final SessionBook sessions;
    private final ProposalBook proposals;
    private final TipCount tips;
    private final Roles roles;

    Deeds(SessionBook sessions, ProposalBook proposals, TipCount tips, Roles roles) {
        this.sessions = sessions;
        this.proposals = proposals;
        this.tips = tips;
        this.roles = roles;
    }

    /// @param mine what the person proposed and nobody decided yet
    /// @param forMe what others proposed, where the person may decide; empty for agents
    record Seen(
            List<SessionBook.Entry> sessions,
            List<ProposalBook.Entry> mine,
            List<ProposalBook.Entry> forMe,
            boolean isDecider,
            long tips) {

        List<SessionBook.Entry> open() {
            return sessions.stream().filter(entry -> entry.closedAt().isEmpty()).toList();
        }

        List<SessionBook.Entry> closed() {
            return sessions.stream()
                    .filter(entry -> entry.closedAt().isPresent())
                    .toList();
        }

        long practised() {
            return sessions.stream()
                    .filter(entry -> entry.opening().equals("training"))
                    .count();
        }
    }

    Seen of(WorkspaceId workspace, MemberId member) {
        var waiting = proposals.waiting(workspace);
        var isDecider = roles.of(workspace, member).decides();
        return new Seen(
                sessions.allOf(workspace, member),
                waiting.stream().filter(it -> it.createdBy().equals(member)).toList(),
                isDecider
                        ? waiting.stream()
                                .filter(it -> !it.createdBy().equals(member))
                                .toList()
                        : List.of(),
                isDecider,
                tips.sharedBy(workspace, member));
    }
}
