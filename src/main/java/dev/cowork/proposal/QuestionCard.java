package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;

/// A decider's question in the session's thread, and its answer in the approvals channel.
final class QuestionCard {
    private QuestionCard() {}

    /// In the session's thread: with the button that answers for as long as an answer is of use.
    static Message asked(Proposal proposal, Question question) {
        var end = question.answer().isPresent()
                ? List.<LayoutBlock>of()
                : proposal.isOpen() ? List.of(reply(proposal, question)) : List.of(aside(unanswered(proposal)));
        return asked(proposal, question, end);
    }

    /// The same once the session is closed.
    static Message left(Proposal proposal, Question question) {
        return asked(
                proposal,
                question,
                List.of(aside("The session was closed before anybody answered. For as long as this waits, those who"
                        + " worked on the ticket find `Reply` in App Home.")));
    }

    private static Message asked(Proposal proposal, Question question, List<LayoutBlock> end) {
        var title = question.askedBy().mention() + " asks about *" + Mrkdwn.ask(proposal.ask()) + "*";
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(ProposalCard.markdown(":question: " + title));
        ProposalCard.addWords(blocks, "Question", question.asked());
        question.answer().ifPresent(answer -> {
            blocks.add(ProposalCard.markdown(
                    ":speech_balloon: Answered by " + answer.by().mention() + " " + Mrkdwn.at(answer.at())));
            ProposalCard.addWords(blocks, "Answer", answer.words());
        });
        blocks.addAll(end);
        return Message.of(Mrkdwn.plainly(title), blocks);
    }

    private static LayoutBlock reply(Proposal proposal, Question question) {
        return ProposalCard.buttons(List.of(ProposalCard.press(
                "Reply", Buttons.ANSWER, new CardRef(proposal.key().proposal(), question.number()).value())));
    }

    private static String unanswered(Proposal proposal) {
        return proposal.state() == Proposal.State.EXPIRED
                ? "Nobody answered before the time was over. Once it is renewed, it can be answered again."
                : "Nobody answered, and it was decided meanwhile.";
    }

    private static LayoutBlock aside(String words) {
        return context(List.of(markdownText(words)));
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
