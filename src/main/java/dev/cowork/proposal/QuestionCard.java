package dev.cowork.proposal;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;

/// A decider's question in the session's thread, and its answer in the approvals channel.
final class QuestionCard {
    private QuestionCard() {}

    /// In the session's thread: with the button that answers for as long as nobody has.
    static Message asked(Proposal proposal, Question question) {
        var title = question.askedBy().mention() + " asks about *" + Mrkdwn.ask(proposal.ask()) + "*";
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(ProposalCard.markdown(":question: " + title));
        ProposalCard.addWords(blocks, "Question", question.asked());
        question.answer()
                .ifPresentOrElse(
                        answer -> {
                            blocks.add(ProposalCard.markdown(":speech_balloon: Answered by "
                                    + answer.by().mention() + " " + Mrkdwn.at(answer.at())));
                            ProposalCard.addWords(blocks, "Answer", answer.words());
                        },
                        () -> blocks.add(ProposalCard.buttons(List.of(ProposalCard.press(
                                "Reply",
                                Buttons.ANSWER,
                                new CardRef(proposal.key().proposal(), question.number()).value())))));
        return Message.of(Mrkdwn.plainly(title), blocks);
    }

    /// In the thread of the card in the approvals channel.
    static Message answered(Question question, Question.Answer answer) {
        var title = answer.by().mention() + " answers " + question.askedBy().mention();
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(ProposalCard.markdown(":speech_balloon: " + title));
        ProposalCard.addWords(blocks, "Question", question.asked());
        ProposalCard.addWords(blocks, "Answer", answer.words());
        return Message.of(Mrkdwn.plainly(title), blocks);
    }
}
