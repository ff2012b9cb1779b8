package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/// Whether records, cards and audit are as the model has them, and nothing is that must never be.
final class LifeCards {
    private LifeCards() {}

    /// @param keys of the model's cases, in their order
    static void tellThe(LifeModel model, List<ProposalKey> keys, LifeTables.Seen seen) {
        for (var number = 0; number < keys.size(); number++) {
            var one = model.cases.get(number);
            assertEquals(one.toString(), seen.record(keys.get(number)), "proposal " + number + " as recorded");
            cardsTellTheRecord(one, keys.get(number), seen);
        }
        assertEquals(model.audit, seen.audit(), "audit");
        assertEquals(List.of(), seen.broken(), "what must never be");
    }

    private static void cardsTellTheRecord(LifeModel.Case one, ProposalKey key, LifeTables.Seen seen) {
        var isOwn = one.steps.stream().anyMatch(it -> it.verdict() == ProposalDecided.Verdict.OWN_AUTHORITY);
        var inThread = seen.card(key, "thread");
        tells(inThread, one, key, false);
        if (!isOwn) {
            tells(seen.card(key, "approval"), one, key, true);
        }
        if (one.state == Proposal.State.OPEN) {
            namesWhomItWaitsFor(inThread, one);
        }
    }

    private static void namesWhomItWaitsFor(String card, LifeModel.Case one) {
        var standing = card.substring(card.indexOf(":hourglass_flowing_sand:")).split("\"", 2)[0];
        var parts = standing.split(" Nobody decided so far")[0].split(" Away: ");
        for (var member : Deed.PEOPLE) {
            assertEquals(
                    one.shown.there().contains(member),
                    parts[0].contains(member.mention()),
                    () -> member + ": " + card);
            assertEquals(
                    one.shown.away().contains(member),
                    parts.length > 1 && parts[1].contains(member.mention()),
                    () -> member + " away: " + card);
        }
        assertEquals(one.wentTo.isPresent(), standing.contains("it went on to"), () -> "where it went: " + card);
    }

    private static void tells(String card, LifeModel.Case one, ProposalKey key, boolean decidesHere) {
        var value = key.id() + ":" + one.version;
        var isOpen = one.state == Proposal.State.OPEN;
        var isExpired = one.state == Proposal.State.EXPIRED;
        assertEquals(isOpen && decidesHere, card.contains("proposal_approve"), () -> "buttons on " + card);
        assertEquals(isExpired, card.contains("proposal_renew"), () -> "renewal on " + card);
        assertEquals((isOpen && decidesHere) || isExpired, card.contains(value), () -> "version on " + card);
        var standing = switch (one.state) {
            case OPEN -> ":hourglass_flowing_sand:";
            case APPROVED -> one.ask instanceof Ask.Escalation ? "It was taken on" : "It was approved";
            case DECLINED -> "It was declined";
            case EXPIRED -> "*Expired*";
        };
        assertTrue(card.contains(standing), () -> "no " + standing + " on " + card);
        for (var step : one.steps) {
            assertTrue(card.contains("by " + step.by().mention()), () -> step + " is missing on " + card);
        }
    }
}
