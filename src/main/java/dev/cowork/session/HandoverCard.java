package dev.cowork.session;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.slack.Message;
import dev.cowork.workspace.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// All a new owner needs, on one screen: what is known, what is open, what was written and what was asked for.
final class HandoverCard {
    private static final int LONGEST_LINE = 160;

    private HandoverCard() {}

    /// @param open questions that nobody has answered
    /// @param used drafts that went out
    record Handover(
            MemberId from,
            MemberId to,
            String note,
            List<Fact> facts,
            List<String> open,
            List<Draft> used,
            List<ProposalBook.Entry> proposals,
            Optional<RecoveryPlan> plan) {
        @Override
        public String toString() {
            return "Handover[" + from + " to " + to + "]";
        }
    }

    static Message of(Handover it) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(words(
                "Handed over from " + it.from().mention() + " to " + it.to().mention() + "."));
        if (!it.note().isBlank()) {
            blocks.add(words(CardText.quoted(it.note(), 1000)));
        }
        blocks.add(part(
                "Known",
                it.facts().stream()
                        .filter(fact -> fact.standing() != Standing.UNKNOWN)
                        .map(fact -> line("_" + fact.standing().shown() + ":_ ", fact.statement())),
                10));
        blocks.add(part("Open questions", it.open().stream().map(question -> line("", question)), 6));
        it.plan()
                .map(RecoveryPlan::made)
                .ifPresent(made -> blocks.add(part("Plan after a second failure", plan(made), 6)));
        blocks.add(part("Drafts used", it.used().stream().map(HandoverCard::draft), 4));
        blocks.add(part("Proposals", it.proposals().stream().map(HandoverCard::proposal), 6));
        return Message.of("Handed over: what is known and what is open", blocks);
    }

    /// Where it is, for somebody who may not follow the channel.
    static Message toOwner(MemberId from, String channel, String opening) {
        var words = from.mention() + " handed a session over to you: *" + CardText.inline(opening, 100) + "* in <#"
                + channel + ">. The summary stands in its thread.";
        return Message.of("A session was handed over to you: " + opening, List.of(words(words)));
    }

    private static Stream<String> plan(RecoveryPlan.Made made) {
        var call = "• " + made.owner().mention() + " calls back " + CardText.at(made.callBackAt());
        var cause = "• " + made.causeOwner().mention() + " finds the cause until " + made.causeBy()
                + (made.cause().isBlank() ? "" : ": " + CardText.inline(made.cause(), LONGEST_LINE));
        return Stream.concat(
                Stream.of(call, cause), Stream.of(line("To choose between: ", String.join(" | ", made.options()))));
    }

    private static String draft(Draft draft) {
        return line(
                "Version " + draft.version() + ", by "
                        + draft.usedBy().map(MemberId::mention).orElse("") + CardText.at(draft.usedAt()) + ": ",
                draft.words());
    }

    private static String proposal(ProposalBook.Entry entry) {
        var state = entry.state().name().toLowerCase(Locale.ROOT);
        return line("", Asked.shown(entry.ask()) + ": " + (state.equals("open") ? "waits for a decision" : state))
                + entry.decision()
                        .map(it -> " by " + it.by().mention() + CardText.at(Optional.of(it.at())))
                        .orElse("");
    }

    /// @param label our own words
    private static String line(String label, String words) {
        return "• " + label + CardText.inline(words, LONGEST_LINE);
    }

    /// The newest lines where there are many.
    private static LayoutBlock part(String title, Stream<String> all, int most) {
        var lines = all.toList();
        var shown = lines.subList(Math.max(0, lines.size() - most), lines.size());
        var older = lines.size() > shown.size() ? "\n_and " + (lines.size() - shown.size()) + " older_" : "";
        return words("*" + title + "*\n" + (lines.isEmpty() ? "_none_" : String.join("\n", shown) + older));
    }

    private static LayoutBlock words(String mrkdwn) {
        return section(block -> block.text(markdownText(mrkdwn)));
    }
}
