package dev.cowork.home;

import dev.cowork.impact.ImpactBook;
import dev.cowork.insight.GapBook;
import dev.cowork.insight.TipCount;
import dev.cowork.knowledge.Knowledge;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.authority.AuthorityBook;
import dev.cowork.proposal.precedent.PrecedentBook;
import dev.cowork.proposal.precedent.Recurring;
import dev.cowork.session.SessionBook;
import dev.cowork.session.spend.SpendBook;
import dev.cowork.slack.oauth.NotGranted;
import dev.cowork.training.PracticeBook;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.setting.SavingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// What a person has done and what waits for them, gathered from every room.
@ApplicationScoped
class Deeds {
    private final SessionBook sessions;
    private final ProposalBook proposals;
    private final TipCount tips;
    private final PrecedentBook precedents;
    private final Roles roles;
    private final AuthorityBook authority;
    private final Knowledge knowledge;
    private final PracticeBook practice;
    private final SpendBook spend;
    private final ImpactBook impact;
    private final GapBook gaps;
    private final DigestReaders digests;
    private final SavingSettings saving;
    private final NotGranted notGranted;

    Deeds(
            SessionBook sessions,
            ProposalBook proposals,
            TipCount tips,
            PrecedentBook precedents,
            Roles roles,
            AuthorityBook authority,
            Knowledge knowledge,
            PracticeBook practice,
            SpendBook spend,
            ImpactBook impact,
            GapBook gaps,
            DigestReaders digests,
            SavingSettings saving,
            NotGranted notGranted) {
        this.notGranted = notGranted;
        this.saving = saving;
        this.impact = impact;
        this.digests = digests;
        this.gaps = gaps;
        this.practice = practice;
        this.sessions = sessions;
        this.proposals = proposals;
        this.tips = tips;
        this.precedents = precedents;
        this.roles = roles;
        this.authority = authority;
        this.knowledge = knowledge;
        this.spend = spend;
    }

    /// @param reactions of others to the person's tips
    /// @param practised the person's own drills
    /// @param team empty where the person is no decider
    /// @param administers empty where the person is no administrator
    /// @param knowledge what is there; empty where the person does not keep it
    /// @param spend what Claude costs, for administrators alone
    /// @param notGranted what Slack has not granted, for administrators alone
    /// @param settings the version of what the workspace has set; 0 where it has set nothing
    record Seen(
            List<SessionBook.Entry> sessions,
            ProposalBook.Desk proposals,
            boolean isDecider,
            long tips,
            long reactions,
            boolean isDigestWanted,
            List<Recurring> recurring,
            PracticeBook.Own practised,
            GapBook.Desk gaps,
            Optional<PracticeBook.Team> team,
            Optional<AuthorityBook.Desk> administers,
            Optional<List<Knowledge.File>> knowledge,
            Optional<SpendBook.Desk> spend,
            ImpactBook.Own figures,
            List<String> notGranted,
            int settings) {

        List<SessionBook.Entry> open() {
            return sessions.stream().filter(entry -> entry.closedAt().isEmpty()).toList();
        }

        List<SessionBook.Entry> closed() {
            return sessions.stream()
                    .filter(entry -> entry.closedAt().isPresent())
                    .toList();
        }

        /// By a drill that was ended, or by a case of their own.
        boolean hasPractised() {
            return practised.ended() > 0
                    || sessions.stream().anyMatch(entry -> entry.opening().equals("training"));
        }
    }

    Seen of(WorkspaceId workspace, MemberId member) {
        var isDecider = roles.of(workspace, member).decides();
        var administers = authority.deskOf(workspace, member);
        return new Seen(
                sessions.allOf(workspace, member),
                proposals.deskOf(workspace, member, isDecider, HomePage.MOST_PROPOSALS),
                isDecider,
                tips.sharedBy(workspace, member),
                tips.reactionsTo(workspace, member),
                digests.isWanted(workspace, member),
                isDecider || administers.isPresent() ? precedents.recurring(workspace) : List.of(),
                practice.ownOf(workspace, member),
                gaps.deskOf(workspace, member),
                isDecider ? Optional.of(practice.teamOf(workspace)) : Optional.empty(),
                administers,
                roles.keepsKnowledge(workspace, member) ? Optional.of(knowledge.files(workspace)) : Optional.empty(),
                spend.deskOf(workspace, member),
                impact.lately(workspace, member),
                administers.isPresent() ? notGranted.in(workspace) : List.of(),
                administers.isPresent() ? saving.version(workspace) : 0);
    }
}
