package dev.cowork.proposal;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Wherever else a proposal is seen than in the approvals channel and its thread: direct messages, other channels,
/// App Home. Each verb joins the caller's transaction.
@ApplicationScoped
class Views {
    private final ProposalViews views;
    private final Proposals proposals;
    private final Absences absences;
    private final Digests digests;
    private final Leads leads;
    private final ProposalConfig config;
    private final Posting posting;
    private final Event<DeskChanged> changes;
    private final Event<DeadlineMoved> moves;
    private final InstantSource clock;

    Views(
            ProposalViews views,
            Proposals proposals,
            Absences absences,
            Digests digests,
            Leads leads,
            ProposalConfig config,
            Posting posting,
            Event<DeskChanged> changes,
            Event<DeadlineMoved> moves,
            InstantSource clock) {
        this.views = views;
        this.proposals = proposals;
        this.absences = absences;
        this.digests = digests;
        this.leads = leads;
        this.config = config;
        this.posting = posting;
        this.changes = changes;
        this.moves = moves;
        this.clock = clock;
    }

    /// Where an escalation leads; empty where it goes to the approvals channel alone.
    Optional<String> lead(Proposal proposal) {
        return proposal.ask() instanceof Ask.Escalation it
                ? leads.of(
                                proposal.key().in(),
                                it.to() == Ask.Target.GROUP
                                        ? it.group()
                                        : it.to().name())
                        .map(Lead::place)
                : Optional.empty();
    }

    /// Who is away now, until when.
    Map<MemberId, Instant> away(WorkspaceId workspace) {
        return absences.at(workspace, clock.instant());
    }

    /// Without the names of those who have so much open that they are told of all of it at once. They are, soon.
    Shown quietly(Shown shown) {
        var workspace = shown.proposal().key().in();
        if (proposals.countOpen(workspace) <= config.digestAbove()) {
            return shown;
        }
        var busy = shown.deciders().stream()
                // Whom an escalation leads to is called by name: they may decide nothing else.
                .filter(member -> shown.proposal()
                        .leadsTo()
                        .filter(member.value()::equals)
                        .isEmpty())
                .filter(member -> proposals.countWaitingFor(workspace, member) > config.digestAbove())
                .collect(Collectors.toSet());
        busy.stream()
                .sorted(Comparator.comparing(MemberId::value))
                .forEach(member -> digests.locked(workspace, member).want(clock.instant()));
        return shown.without(busy);
    }

    /// Shows it there too from now on.
    ///
    /// @param occasion why; once for each occasion and place, and afterwards only kept true
    /// @param place a channel's name or id, or a member's id for a direct message
    void open(Shown shown, String occasion, String place) {
        var key = shown.proposal().key();
        var message = Key.of("proposal", key.id(), occasion, "view", place);
        if (views.findByIdOptional(ProposalView.Id.of(key, message)).isEmpty()) {
            views.persist(new ProposalView(ProposalView.Id.of(key, message), place, clock.instant()));
            posting.say(key.in(), place, message, ApprovalCard.of(shown));
        }
    }

    /// @param change what has changed, once in the proposal's life
    void revise(Shown shown, String change) {
        var proposal = shown.proposal();
        views.of(proposal)
                .forEach(view -> posting.revise(proposal.key().in(), view.message(), change, ApprovalCard.of(shown)));
        tell(shown);
    }

    /// Tells whoever keeps a page of their own of it.
    void tell(Shown shown) {
        var proposal = shown.proposal();
        var concerned = new HashSet<>(shown.deciders());
        concerned.addAll(shown.away().keySet());
        concerned.addAll(proposal.participants());
        shown.steps().forEach(step -> concerned.add(step.by()));
        tell(proposal, concerned);
    }

    void tellOfDeadline(Proposal proposal, MemberId by, Instant from) {
        moves.fire(new DeadlineMoved(
                proposal.key().in(), proposal.session(), proposal.ask(), by, from, proposal.expiresAt()));
    }

    void tell(Proposal proposal, Set<MemberId> concerned) {
        changes.fire(new DeskChanged(proposal.key().in(), Set.copyOf(concerned), Optional.of(proposal.session())));
    }
}
