package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The proposal as everybody sees it: what is asked for and why, by which rule, where it stands. Made of the record
/// alone, so wherever it is shown it tells the same.
final class ProposalCard {
    /// What a section of Slack holds.
    private static final int LONGEST = 3000;

    /// What is beside the point may take less, so that no card grows past what Slack takes for a message.
    private static final int LONGEST_ASIDE = 1500;

    private static final int LONGEST_QUESTION = 600;
    private static final int LONGEST_HEADER = 150;
    private static final int QUESTIONS_SHOWN = 3;
    private static final int AWAY_SHOWN = 5;

    private ProposalCard() {}

    /// The card in the session's thread: nothing is decided there, but what has expired can be asked again.
    static Message inThread(Shown shown) {
        var blocks = blocks(shown);
        renew(shown).ifPresent(blocks::add);
        return Message.of(plainly(shown), blocks);
    }

    static List<LayoutBlock> blocks(Shown shown) {
        var proposal = shown.proposal();
        var blocks = new ArrayList<LayoutBlock>();
        var granted = granted(shown);
        blocks.add(header(block -> block.text(plain(Mrkdwn.ask(granted), LONGEST_HEADER))));
        blocks.add(section(block -> block.fields(fields(proposal, granted))));
        addWords(
                blocks,
                proposal.ask() instanceof Ask.Escalation ? "Summary" : "Reason",
                proposal.ask().reason(),
                LONGEST);
        if (proposal.ask() instanceof Ask.Escalation it) {
            addWords(blocks, "Holding reply to the customer", it.holdingReply(), LONGEST_ASIDE);
        }
        addWords(
                blocks,
                proposal.ask() instanceof Ask.Escalation ? "Brief" : "Background",
                proposal.background(),
                LONGEST_ASIDE);
        blocks.add(context(List.of(markdownText(":scales: " + cut(ruled(proposal.rule(), proposal.by()))))));
        shown.steps().forEach(step -> addStep(blocks, proposal, step));
        shown.questions().stream()
                .skip(Math.max(0, shown.questions().size() - QUESTIONS_SHOWN))
                .forEach(question -> addQuestion(blocks, question));
        blocks.add(markdown(standing(shown)));
        return blocks;
    }

    static Optional<LayoutBlock> renew(Shown shown) {
        return shown.proposal().state() == Proposal.State.EXPIRED
                ? Optional.of(buttons(List.of(
                        press("Renew", Buttons.RENEW, shown.proposal().card().value()))))
                : Optional.empty();
    }

    static LayoutBlock buttons(List<BlockElement> elements) {
        return actions(elements);
    }

    static ButtonElement press(String label, String actionId, String value) {
        return button(it -> it.text(plainText(label)).actionId(actionId).value(value));
    }

    static LayoutBlock markdown(String words) {
        return section(block -> block.text(markdownText(cut(words))));
    }

    /// Words of people, exactly as they wrote them: plain text, in which nothing is a link or a mention.
    static void addWords(List<LayoutBlock> blocks, String title, String words, int longest) {
        if (words.isBlank()) {
            return;
        }
        blocks.add(markdown("*" + title + "*"));
        blocks.add(section(block -> block.text(plain(words, longest))));
        if (words.length() > longest) {
            blocks.add(context(List.of(markdownText("Shortened: this card shows the first %,d characters of %,d."
                    .formatted(longest, words.length())))));
        }
    }

    /// The same, as long as Slack allows.
    static void addWords(List<LayoutBlock> blocks, String title, String words) {
        addWords(blocks, title, words, LONGEST);
    }

    /// What stands in notifications and is read aloud.
    static String plainly(Shown shown) {
        var proposal = shown.proposal();
        var state = switch (proposal.state()) {
            case OPEN -> shown.waitsForSecond() ? "waits for a second approval" : "waits for a decision";
            case APPROVED -> proposal.ask() instanceof Ask.Escalation ? "taken on" : "approved";
            case DECLINED -> "declined";
            case EXPIRED -> "expired, nobody decided in time";
        };
        return Mrkdwn.ask(proposal.ask()) + ", asked for by "
                + proposal.createdBy().mention() + ": " + state;
    }

    /// What was granted in the end, once it was; until then what is asked for.
    private static Ask granted(Shown shown) {
        var asked = shown.proposal().ask();
        return shown.proposal().state() != Proposal.State.APPROVED
                ? asked
                : shown.steps().stream()
                        .filter(DecisionStep::isGrant)
                        .reduce((_, last) -> last)
                        .map(step -> step.granted(asked))
                        .orElse(asked);
    }

    private static List<TextObject> fields(Proposal proposal, Ask granted) {
        var fields = new ArrayList<TextObject>();
        switch (granted) {
            case Ask.Compensation it -> {
                fields.add(field("Amount", it.amount().toString()));
                if (proposal.ask() instanceof Ask.Compensation asked
                        && !asked.amount().equals(it.amount())) {
                    fields.add(field("Asked for", asked.amount().toString()));
                }
                fields.add(field("Kind", Words.shown(it.kind())));
            }
            case Ask.Escalation it -> {
                fields.add(field(
                        "Escalate to",
                        Character.toUpperCase(it.toWhom().charAt(0))
                                + SlackText.escaped(it.toWhom().substring(1))
                                + proposal.leadsTo()
                                        .map(to -> " (" + Mrkdwn.place(to) + ")")
                                        .orElse("")));
                fields.add(field("Needed", needed(it.need())));
                fields.add(field("Urgency", Words.shown(it.urgency())));
            }
        }
        fields.add(field("Asked for by", proposal.createdBy().mention()));
        fields.add(field("Answer needed by", Mrkdwn.at(proposal.expiresAt())));
        return fields;
    }

    static String needed(Ask.Need need) {
        return switch (need) {
            case DECISION -> "A decision: yes or no";
            case CALL_IN -> "Somebody who joins and helps";
            case HAND_OVER -> "Somebody who takes the case over";
        };
    }

    private static TextObject field(String title, String words) {
        return markdownText("*" + title + "*\n" + words);
    }

    private static void addStep(List<LayoutBlock> blocks, Proposal proposal, DecisionStep step) {
        var deed = Mrkdwn.deed(proposal.ask(), step);
        blocks.add(markdown((step.isGrant() ? ":white_check_mark: *" : ":no_entry: *")
                + Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "*"));
        // Who declines grants nothing by a rule: the one that stands above is all there is to say.
        if (step.isGrant()
                && !(step.rule().equals(proposal.rule()) && step.ruledBy().equals(proposal.by()))) {
            blocks.add(context(List.of(markdownText(":scales: " + cut(ruled(step.rule(), step.ruledBy()))))));
        }
        addWords(blocks, step.isGrant() ? "Condition" : "Reason for declining", step.words(), LONGEST_ASIDE);
    }

    /// The rule, and where in the authority matrix it stands.
    private static String ruled(String rule, RuleRef by) {
        return SlackText.escaped(rule) + (by.shown().isEmpty() ? "" : " _Authority matrix: " + by.shown() + "._");
    }

    private static void addQuestion(List<LayoutBlock> blocks, Question question) {
        var asker = question.askedBy().mention() + " asked " + Mrkdwn.at(question.askedAt());
        addWords(blocks, "Question", question.asked(), LONGEST_QUESTION);
        blocks.add(context(List.of(markdownText(asker
                + question.answer()
                        .map(answer -> ", " + answer.by().mention() + " answered " + Mrkdwn.at(answer.at()))
                        .orElse(", not answered yet")))));
        question.answer().ifPresent(answer -> addWords(blocks, "Answer", answer.words(), LONGEST_QUESTION));
    }

    private static String standing(Shown shown) {
        var proposal = shown.proposal();
        return switch (proposal.state()) {
            case OPEN -> ":hourglass_flowing_sand: " + waiting(shown);
            case APPROVED -> "*Settled.* " + done(proposal.ask());
            case DECLINED -> "*Settled.* It was declined; the reason stands above.";
            case EXPIRED ->
                ":alarm_clock: *Expired* " + Mrkdwn.at(proposal.expiresAt())
                        + ". Nobody decided in time; that is no refusal. `Renew` asks again.";
        };
    }

    private static String done(Ask ask) {
        return ask instanceof Ask.Escalation ? "It was taken on." : "It was approved.";
    }

    private static String waiting(Shown shown) {
        if (shown.deciders().isEmpty() && shown.away().isEmpty()) {
            return "Waiting, but nobody is left who may decide it.";
        }
        return waitingFor(shown)
                + away(shown)
                + shown.proposal()
                        .deadline()
                        .fellBackTo()
                        .map(to -> " Nobody decided so far, so it went on to " + Mrkdwn.place(to) + ".")
                        .orElse("");
    }

    private static String waitingFor(Shown shown) {
        if (shown.isDeserted()) {
            return "Waiting, but everybody who may decide it is away.";
        }
        var who = who(shown);
        if (shown.waitsForSecond()) {
            return "One approval is there. A second one, by another person, is needed from " + who + ".";
        }
        return shown.proposal().requires() == 2
                ? "Waiting for two different people of " + who + "."
                : "Waiting for " + who + ".";
    }

    private static String who(Shown shown) {
        var named = shown.named();
        var others = shown.deciders().size() - named.size();
        if (others == 0) {
            return Mrkdwn.anyOf(named);
        }
        var list = others == 1 ? "somebody who gets" : others + " people who get";
        return (named.isEmpty() ? "" : Mrkdwn.anyOf(named) + " or ") + list + " a list of all that waits";
    }

    private static String away(Shown shown) {
        return shown.away().isEmpty()
                ? ""
                : " Away: "
                        + shown.away().entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .limit(AWAY_SHOWN)
                                .map(one -> one.getKey().mention() + " until " + Mrkdwn.at(one.getValue()))
                                .collect(Collectors.joining(", "))
                        + (shown.away().size() > AWAY_SHOWN ? " and others" : "")
                        + ".";
    }

    private static PlainTextObject plain(String words, int longest) {
        return PlainTextObject.builder()
                .text(SlackText.cut(words, longest))
                .emoji(false)
                .build();
    }

    private static String cut(String words) {
        return SlackText.cut(words, LONGEST);
    }
}
