package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The fields of an ask as blocks for a modal, filled with what is known. [ProposalForm#read] reads them back.
public final class AskModal {
    /// What a text field of Slack takes at most.
    private static final int LONGEST = 3000;

    private static final int MOST_GROUPS = 90;

    private AskModal() {}

    /// Blocks for whichever kind of ask it is.
    ///
    /// @param groups the names of those to escalate to whom the workspace has named itself
    public static List<LayoutBlock> blocks(Ask ask, Circumstances circumstances, List<String> groups) {
        return switch (ask) {
            case Ask.Compensation it -> compensation(it, circumstances);
            case Ask.Escalation it -> escalation(it, groups);
        };
    }

    static List<LayoutBlock> compensation(Ask.Compensation ask, Circumstances circumstances) {
        return List.of(
                choice(ProposalForm.KIND, "Kind", Ask.Kind.values(), ask.kind()),
                amount(ask.amount()),
                currency(ask.amount()),
                choice(ProposalForm.TIER, "Kind of customer", Tier.values(), circumstances.tier()),
                outside(circumstances.outside()),
                text(ProposalForm.REASON, "Reason", ask.reason()));
    }

    static List<LayoutBlock> escalation(Ask.Escalation ask, List<String> groups) {
        return List.of(
                to(ask, groups),
                need(ask.need()),
                choice(ProposalForm.URGENCY, "Answer needed", Ask.Urgency.values(), ask.urgency()),
                text(ProposalForm.SUMMARY, "Summary", ask.reason()),
                optionalText(ProposalForm.HOLDING_REPLY, "Holding reply to the customer", ask.holdingReply()));
    }

    private static LayoutBlock outside(Outside chosen) {
        return input(block -> block.blockId(ProposalForm.OUTSIDE)
                .label(plainText("How far outside policy"))
                .element(staticSelect(select -> select.actionId(ProposalForm.OUTSIDE)
                        .options(Arrays.stream(Outside.values())
                                .map(AskModal::outsideOption)
                                .toList())
                        .initialOption(outsideOption(chosen)))));
    }

    private static OptionObject outsideOption(Outside outside) {
        return option(plainText(Words.outside(outside)), outside.name().toLowerCase(Locale.ROOT));
    }

    static LayoutBlock kind(Ask.Kind chosen) {
        return choice(ProposalForm.KIND, "Kind", Ask.Kind.values(), chosen);
    }

    static LayoutBlock amount(Money amount) {
        return input(block -> block.blockId(ProposalForm.AMOUNT)
                .label(plainText("Amount"))
                .hint(plainText("What it costs, or what the goods are worth: 150 or 150.00"))
                .element(plainTextInput(
                        field -> field.actionId(ProposalForm.AMOUNT).initialValue(amount.amount()))));
    }

    static LayoutBlock currency(Money amount) {
        return input(block -> block.blockId(ProposalForm.CURRENCY)
                .label(plainText("Currency"))
                .element(plainTextInput(field -> field.actionId(ProposalForm.CURRENCY)
                        .maxLength(3)
                        .initialValue(amount.currency().getCurrencyCode()))));
    }

    /// A field that must be filled.
    static LayoutBlock text(String id, String label, String words) {
        return text(id, label, words, false);
    }

    static LayoutBlock optionalText(String id, String label, String words) {
        return text(id, label, words, true);
    }

    private static LayoutBlock text(String id, String label, String words, boolean optional) {
        var field = PlainTextInputElement.builder().actionId(id).multiline(true).maxLength(LONGEST);
        if (!words.isBlank()) {
            field.initialValue(SlackText.cut(words, LONGEST));
        }
        return input(block ->
                block.blockId(id).label(plainText(label)).optional(optional).element(field.build()));
    }

    private static LayoutBlock choice(String id, String label, Enum<?>[] values, Enum<?> chosen) {
        return input(block -> block.blockId(id)
                .label(plainText(label))
                .element(staticSelect(select -> select.actionId(id)
                        .options(Arrays.stream(values).map(AskModal::choiceOf).toList())
                        .initialOption(choiceOf(chosen)))));
    }

    private static LayoutBlock to(Ask.Escalation ask, List<String> groups) {
        var named = Stream.concat(groups.stream(), Stream.of(ask.group()).filter(group -> !group.isEmpty()))
                .distinct()
                .limit(MOST_GROUPS)
                .map(AskModal::group);
        var usual = Arrays.stream(Ask.Target.values())
                .filter(target -> target != Ask.Target.GROUP)
                .map(AskModal::choiceOf);
        return input(block -> block.blockId(ProposalForm.TO)
                .label(plainText("Escalate to"))
                .element(staticSelect(select -> select.actionId(ProposalForm.TO)
                        .options(Stream.concat(usual, named).toList())
                        .initialOption(ask.to() == Ask.Target.GROUP ? group(ask.group()) : choiceOf(ask.to())))));
    }

    private static LayoutBlock need(Ask.Need chosen) {
        return input(block -> block.blockId(ProposalForm.NEED)
                .label(plainText("What is needed"))
                .element(staticSelect(select -> select.actionId(ProposalForm.NEED)
                        .options(Arrays.stream(Ask.Need.values())
                                .map(AskModal::needChoice)
                                .toList())
                        .initialOption(needChoice(chosen)))));
    }

    private static OptionObject needChoice(Ask.Need need) {
        return option(plainText(ProposalCard.needed(need)), need.name().toLowerCase(Locale.ROOT));
    }

    private static OptionObject group(String name) {
        return option(plainText(SlackText.cut(name, 75)), ProposalForm.GROUP + name);
    }

    private static OptionObject choiceOf(Enum<?> value) {
        return option(plainText(Words.shown(value)), value.name().toLowerCase(Locale.ROOT));
    }
}
