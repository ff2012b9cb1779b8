package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that a card tells.
///
/// @param deciders who may decide it as of now and is there
/// @param away who may decide it too and is away, until when
/// @param unnamed those of the deciders who are not called by name now: they are told of all that waits at once
/// @param precedents what was decided in cases like it, in Slack's markdown; empty where there is none
record Shown(
        Proposal proposal,
        List<DecisionStep> steps,
        List<Question> questions,
        List<MemberId> deciders,
        Map<MemberId, Instant> away,
        Set<MemberId> unnamed,
        String precedents) {
    Shown(Proposal proposal, List<DecisionStep> steps, List<Question> questions, List<MemberId> deciders) {
        this(proposal, steps, questions, deciders, Map.of(), Set.of(), "");
    }

    Shown without(Set<MemberId> names) {
        return new Shown(proposal, steps, questions, deciders, away, names, precedents);
    }

    boolean isOpen() {
        return proposal.isOpen();
    }

    boolean waitsForSecond() {
        return isOpen() && !steps.isEmpty();
    }

    /// Whether enough people are left to say yes, those included who come back.
    boolean hasEnoughDeciders() {
        return deciders.size() + away.size() >= proposal.requires() - steps.size();
    }

    /// Whether nobody is there now, though somebody comes back.
    boolean isDeserted() {
        return isOpen() && deciders.isEmpty() && !away.isEmpty();
    }

    List<MemberId> named() {
        return deciders.stream().filter(member -> !unnamed.contains(member)).toList();
    }
}
