package dev.cowork.proposal;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What was proposed and what became of it, to be read by others.
@ApplicationScoped
public class ProposalBook {
    private final Proposals proposals;
    private static final int LATELY = 5;

    private final DecisionSteps decisions;
    private final Questions questions;
    private final Absences absences;
    private final Leads leads;
    private final InstantSource clock;

    ProposalBook(
            Proposals proposals,
            DecisionSteps decisions,
            Questions questions,
            Absences absences,
            Leads leads,
            InstantSource clock) {
        this.absences = absences;
        this.leads = leads;
        this.clock = clock;
        this.proposals = proposals;
        this.decisions = decisions;
        this.questions = questions;
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
    /// @param card what its buttons carry: which proposal in which version
    /// @param question asked last by a decider and not answered yet
    public record Entry(
            ProposalId id,
            String session,
            ThreadRef thread,
            Ask ask,
            State state,
            MemberId createdBy,
            Instant createdAt,
            Instant expiresAt,
            Optional<Decided> decision,
            String card,
            Optional<AskedBack> question) {
        @Override
        public String toString() {
            return "Entry[" + id + ", " + state + "]";
        }
    }

    /// @param card what the button that answers it carries
    public record AskedBack(MemberId by, Instant at, String words, String card) {
        @Override
        public String toString() {
            return "AskedBack[" + by + ", " + at + "]";
        }
    }

    /// What a person sees in App Home.
    ///
    /// @param toDecide what waits for them, the earliest deadline first
    /// @param toDecideInAll how many those are in all
    /// @param pending what waits of what they work on
    /// @param pendingInAll how many those are in all
    /// @param awayUntil where they said that they are away
    /// @param settled what came to its end lately of what they work on or decided
    public record Desk(
            List<Entry> toDecide,
            long toDecideInAll,
            List<Entry> pending,
            long pendingInAll,
            List<Entry> settled,
            Optional<Instant> awayUntil) {}

    public record Decided(ProposalDecided.Verdict verdict, MemberId by, Instant at, String words, String rule) {
        @Override
        public String toString() {
            return "Decided[" + verdict + ", " + by + ", " + at + "]";
        }
    }

    /// Who made a proposal, and when.
    public record Begun(MemberId by, Instant at) {}

    @Transactional
    public Optional<Begun> begun(WorkspaceId workspace, ProposalId proposal) {
        return proposals
                .findByIdOptional(new ProposalKey(workspace.value(), proposal.value()))
                .map(it -> new Begun(it.createdBy(), it.createdAt()));
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

    @Transactional
    public Desk deskOf(WorkspaceId workspace, MemberId member, boolean isDecider, int atMost) {
        return new Desk(
                isDecider ? entries(proposals.waitingFor(workspace, member, atMost)) : List.of(),
                isDecider ? proposals.countWaitingFor(workspace, member) : 0,
                entries(proposals.pendingOf(workspace, member, atMost)),
                proposals.countPendingOf(workspace, member),
                entries(proposals.settledOf(workspace, member, LATELY)),
                absences.of(workspace, member).map(Absence::untilAt).filter(clock.instant()::isBefore));
    }

    /// Whom the workspace has named to escalate to, beside the usual ones.
    @Transactional
    public List<String> groups(WorkspaceId workspace) {
        return leads.in(workspace).stream()
                .map(Lead::role)
                .filter(Lead::isGroupOfTheirs)
                .toList();
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

    private List<Entry> entries(List<Proposal> found) {
        return found.stream().map(this::entry).toList();
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
                last.map(step -> new Decided(step.verdict(), step.by(), step.at(), step.words(), step.rule())),
                proposal.card().value(),
                questions.of(proposal).reversed().stream()
                        .limit(1)
                        .filter(question -> question.answer().isEmpty())
                        .map(question -> asked(proposal, question))
                        .findFirst());
    }

    private static AskedBack asked(Proposal proposal, Question question) {
        return new AskedBack(
                question.askedBy(),
                question.askedAt(),
                question.asked(),
                new CardRef(proposal.key().proposal(), question.number()).value());
    }
}
