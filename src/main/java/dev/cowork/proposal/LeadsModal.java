package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.conversationsSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.block.element.BlockElements.usersSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets who is called where nobody decides in time, and where escalations go. [LeadsForm] reads it.
final class LeadsModal {
    private static final int MOST_CHOICES = 100;
    private static final int MOST_SHOWN = 30;

    private LeadsModal() {}

    static View of(List<Lead> leads) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(ProposalCard.markdown(now(leads)));
        blocks.add(field(
                LeadsForm.ROLE,
                "What for",
                "",
                staticSelect(it -> it.actionId(LeadsForm.ROLE).options(choices(leads)))));
        blocks.add(optional(
                LeadsForm.NAME,
                "Name of the other group",
                "Only for another group, such as Logistics. Agents then find it among those to escalate to.",
                plainTextInput(it -> it.actionId(LeadsForm.NAME).maxLength(LeadsForm.LONGEST_NAME))));
        blocks.add(
                optional(LeadsForm.PERSON, "Goes to a person", "", usersSelect(it -> it.actionId(LeadsForm.PERSON))));
        blocks.add(optional(
                LeadsForm.CHANNEL,
                "or to a channel",
                "I must have been invited to it.",
                conversationsSelect(it -> it.actionId(LeadsForm.CHANNEL)
                        .filter(ConversationsFilter.builder()
                                .include(List.of("public", "private"))
                                .excludeBotUsers(true)
                                .build()))));
        blocks.add(optional(
                LeadsForm.GROUP,
                "or to a user group",
                "Its id, such as S0614TZR7: in Slack under People, User groups, the group, the three dots.",
                plainTextInput(it -> it.actionId(LeadsForm.GROUP).maxLength(20))));
        blocks.add(field(
                LeadsForm.SHARE,
                "The stand-in is called after",
                "Of the time a proposal may wait. Only for the stand-in.",
                staticSelect(
                        it -> it.actionId(LeadsForm.SHARE).options(shares()).initialOption(share(shareOf(leads))))));
        return view(modal -> modal.type("modal")
                .callbackId(Buttons.LEADS)
                .title(viewTitle(it -> it.type("plain_text").text("Who is called")))
                .submit(viewSubmit(it -> it.type("plain_text").text("Save")))
                .close(viewClose(it -> it.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    private static String now(List<Lead> leads) {
        var set = leads.stream()
                .limit(MOST_SHOWN)
                .map(lead ->
                        "• *" + SlackText.escaped(LeadsForm.shown(lead.role())) + "*: " + Mrkdwn.place(lead.place())
                                + lead.share()
                                        .map(share -> " after " + share + " % of the time")
                                        .orElse(""))
                .collect(Collectors.joining("\n"));
        return (set.isEmpty() ? "Nobody is set yet." : set)
                + "\nWhatever is not set goes to the approvals channel alone. To take a setting away, choose it and name"
                + " nobody.";
    }

    private static List<OptionObject> choices(List<Lead> leads) {
        var fixed = Stream.concat(
                Stream.of(Lead.STAND_IN),
                Arrays.stream(Ask.Target.values())
                        .filter(target -> target != Ask.Target.GROUP)
                        .map(Enum::name));
        return Stream.concat(
                        Stream.concat(fixed, leads.stream().map(Lead::role))
                                .distinct()
                                .limit(MOST_CHOICES - 1),
                        Stream.of(LeadsForm.OTHER))
                .map(role -> option(plainText(SlackText.cut(LeadsForm.shown(role), 75)), role))
                .toList();
    }

    private static int shareOf(List<Lead> leads) {
        return leads.stream().flatMap(lead -> lead.share().stream()).findFirst().orElse(LeadsForm.USUAL_SHARE);
    }

    private static List<OptionObject> shares() {
        return LeadsForm.SHARES.stream().map(LeadsModal::share).toList();
    }

    private static OptionObject share(int hundredths) {
        return option(plainText(hundredths + " %"), Integer.toString(hundredths));
    }

    private static LayoutBlock field(String id, String label, String hint, BlockElement element) {
        return input(block -> {
            block.blockId(id).label(plainText(label)).element(element);
            return hint.isEmpty() ? block : block.hint(plainText(hint));
        });
    }

    private static LayoutBlock optional(String id, String label, String hint, BlockElement element) {
        return input(block -> {
            block.blockId(id).label(plainText(label)).optional(true).element(element);
            return hint.isEmpty() ? block : block.hint(plainText(hint));
        });
    }
}
