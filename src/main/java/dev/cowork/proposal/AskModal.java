package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The fields of an ask as blocks for a modal, filled with what is known. [ProposalForm#read] reads them back.
public final class AskModal {
    /// What a text field of Slack takes at most.
    private static final int LONGEST = 3000;

    private AskModal() {}

    /// Blocks for whichever kind of ask it is.
    public static List<LayoutBlock> blocks(Ask ask) {
        return switch (ask) {
            case Ask.Compensation it -> compensation(it);
            case Ask.Escalation it -> escalation(it);
        };
    }

    static List<LayoutBlock> compensation(Ask.Compensation ask) {
        return List.of(
                choice(ProposalForm.KIND, "Kind", Ask.Kind.values(), ask.kind()),
                amount(ask.amount()),
                currency(ask.amount()),
                text(ProposalForm.REASON, "Reason", ask.reason()));
    }

    static List<LayoutBlock> escalation(Ask.Escalation ask) {
        return List.of(
                choice(ProposalForm.TO, "Escalate to", Ask.Target.values(), ask.to()),
                choice(ProposalForm.URGENCY, "Answer needed", Ask.Urgency.values(), ask.urgency()),
                text(ProposalForm.SUMMARY, "Summary", ask.reason()),
                optionalText(ProposalForm.HOLDING_REPLY, "Holding reply to the customer", ask.holdingReply()));
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

    private static OptionObject choiceOf(Enum<?> value) {
        return option(plainText(Words.shown(value)), value.name().toLowerCase(Locale.ROOT));
    }
}
