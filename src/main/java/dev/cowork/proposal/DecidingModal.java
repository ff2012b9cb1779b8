package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;

/// What a decider is asked for before a decision is made, and what is answered to a decider's question.
final class DecidingModal {
    static final String CONDITION = "condition";
    static final String QUESTION = "question";
    static final String ANSWER = "answer";
    private static final int LONGEST = 2900;

    private DecidingModal() {}

    static View decline(Press press, Ask ask) {
        return modal(
                press,
                Buttons.DECLINE,
                "Decline",
                List.of(about(ask), AskModal.text(ProposalForm.REASON, "Reason, shown to the agent", "")));
    }

    static View approveWithChanges(Press press, Ask ask) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(about(ask));
        if (ask instanceof Ask.Compensation it) {
            blocks.add(AskModal.kind(it.kind()));
            blocks.add(AskModal.amount(it.amount()));
            blocks.add(AskModal.currency(it.amount()));
        }
        blocks.add(AskModal.optionalText(CONDITION, "Condition, shown to the agent", ""));
        return modal(press, Buttons.APPROVE_CHANGES, "Approve with changes", blocks);
    }

    static View ask(Press press, Ask ask) {
        return modal(
                press,
                Buttons.ASK,
                "Ask",
                List.of(about(ask), AskModal.text(QUESTION, "Question to the people of the ticket", "")));
    }

    static View answer(Press press, String question) {
        var words = section(block -> block.text(plainText(SlackText.cut(question, LONGEST))));
        return modal(press, Buttons.ANSWER, "Reply", List.of(words, AskModal.text(ANSWER, "Answer", "")));
    }

    private static LayoutBlock about(Ask ask) {
        return section(block -> block.text(markdownText("*" + Mrkdwn.ask(ask) + "*")));
    }

    private static View modal(Press press, String callbackId, String title, List<LayoutBlock> blocks) {
        return view(view -> view.type("modal")
                .callbackId(callbackId)
                .privateMetadata(press.hidden())
                .title(viewTitle(it -> it.type("plain_text").text(title)))
                .submit(viewSubmit(it -> it.type("plain_text").text(submit(callbackId, title))))
                .close(viewClose(it -> it.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    /// The button that sends the modal off says what it does.
    private static String submit(String callbackId, String title) {
        return callbackId.equals(Buttons.ASK) ? "Send question" : title;
    }
}
