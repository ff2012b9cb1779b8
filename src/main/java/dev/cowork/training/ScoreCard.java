package dev.cowork.training;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;

/// A scorecard, for the trainee alone until they share it.
final class ScoreCard {
    static final String SHARE = "drill_share";
    static final String AGAIN = "drill_again";

    private ScoreCard() {}

    static Message of(DrillRun run, Scorecard card) {
        var blocks = body(run, card);
        blocks.add(context(it -> it.elements(List.of(markdownText("Only you see this, unless you share it.")))));
        blocks.add(actions(it -> it.elements(asElements(
                button(press -> press.actionId(AGAIN)
                        .text(plainText("Practise again"))
                        .style("primary")
                        .value(run.key().toString())),
                button(press -> press.actionId(SHARE)
                        .text(plainText("Share scorecard"))
                        .value(run.key().toString()))))));
        return Message.of(title(run, card), blocks);
    }

    /// As others see it once the trainee has shared it.
    static Message shared(DrillRun run, Scorecard card) {
        var blocks = body(run, card);
        blocks.add(context(it ->
                it.elements(List.of(markdownText("Shared by " + run.trainee().mention() + ", who practised this.")))));
        return Message.of(title(run, card), blocks);
    }

    private static List<LayoutBlock> body(DrillRun run, Scorecard card) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(it -> it.text(plainText(SlackText.cut("Scorecard: " + run.title(), 150)))));
        card.marks().forEach(mark -> blocks.add(section(it -> it.text(markdownText(mark(mark))))));
        if (!card.keep().isEmpty()) {
            blocks.add(section(it -> it.text(markdownText("*Keep*\n" + brief(card.keep())))));
        }
        if (!card.attempt().isEmpty()) {
            blocks.add(section(it -> it.text(markdownText("*Try*\n" + brief(card.attempt())))));
        }
        return blocks;
    }

    private static String title(DrillRun run, Scorecard card) {
        return "Scorecard: " + SlackText.escaped(SlackText.cut(run.title(), 150)) + ", " + card.earned() + " of "
                + card.marks().size() + " steps";
    }

    private static String mark(Scorecard.Mark mark) {
        var name = "*" + Coaching.nameOf(mark.step()) + "*";
        if (mark.isEarned()) {
            return ":white_check_mark: " + name + " · earned by “" + brief(mark.sentence()) + "”";
        }
        return ":white_large_square: " + name + " · missed"
                + (mark.sentence().isEmpty() ? "" : ", where you wrote “" + brief(mark.sentence()) + "”");
    }

    private static String brief(String words) {
        return SlackText.escaped(SlackText.cut(words.strip(), 500));
    }
}
