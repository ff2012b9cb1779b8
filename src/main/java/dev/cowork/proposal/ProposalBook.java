package dev.cowork.proposal;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was proposed and what became of it, to be read by others.
@ApplicationScoped
public class ProposalBook {
    private final Proposals proposals;
    private final DecisionSteps decisions;

    ProposalBook(Proposals proposals, DecisionSteps decisions) {
        this.proposals = proposals;
        this.decisions = decisions;
    }

    public enum State {
        OPEN,
        APPROVED,
        DECLINED,
        EXPIRED
    }

    /// A proposal as it is now.
    ///
    /// @param ask what is asked for; what was granted where it is approved
    /// @param decision the last step; empty where nobody has decided anything
    public record Entry(
            ProposalId id,
            String session,
            ThreadRef thread,
            Ask ask,
            State state,
            MemberId createdBy,
            Instant createdAt,
            Instant expiresAt,
            Optional<Decided> decision) {
        @Override
        public String toString() {
            return "Entry[" + id + ", " + state + "]";
        }
    }

    public record Decided(ProposalDecided.Verdict verdict, MemberId by, Instant at, String words, String rule) {
        @Override
        public String toString() {
            return "Decided[" + verdict + ", " + by + ", " + at + "]";
        }
    }

    /// What waits for a decision in the workspace, the oldest first.
    @Transactional
    public List<Entry> waiting(WorkspaceId workspace) {
        return proposals.open(workspace).stream().map(this::entry).toList();
    }

    /// What has come to its end in the workspace, the newest first.
    @Transactional
    public List<Entry> settled(WorkspaceId workspace, int atMost) {
        return proposals.settled(workspace, atMost).stream().map(this::entry).toList();
    }

    /// All of a session, the oldest first.
    @Transactional
    public List<Entry> ofSession(WorkspaceId workspace, String session) {
        return proposals.ofSession(workspace, session).stream().map(this::entry).toList();
    }

    /// What the session may promise the customer: exactly what was granted, nothing that only waits.
    @Transactional
    public List<Ask> approvedFor(WorkspaceId workspace, String session) {
        return ofSession(workspace, session).stream()
                .filter(entry -> entry.state() == State.APPROVED)
                .map(Entry::ask)
                .toList();
    }

    private Entry entry(Proposal proposal) {
        var steps = decisions.of(proposal);
        var last = steps.isEmpty() ? Optional.<DecisionStep>empty() : Optional.of(steps.getLast());
        var isApproved = proposal.state() == Proposal.State.APPROVED;
        return new Entry(
                proposal.key().proposal(),
                proposal.session(),
                proposal.thread(),
                last.filter(_ -> isApproved)
                        .map(step -> step.granted(proposal.ask()))
                        .orElseGet(proposal::ask),
                State.valueOf(proposal.state().name()),
                proposal.createdBy(),
                proposal.createdAt(),
                proposal.expiresAt(),
                last.map(step -> new Decided(step.verdict(), step.by(), step.at(), step.words(), step.rule())));
    }
}
