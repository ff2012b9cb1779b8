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

/// The card of a drill in the trainee's direct messages: the case, what the customer wrote, and how to go about it.
final class DrillCard {
    static final String FINISH = "drill_finish";

    private DrillCard() {}

    static Message of(DrillRun run, Drill drill) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(it -> it.text(plainText(SlackText.cut("Drill: " + drill.title(), 150)))));
        blocks.add(section(it -> it.text(plainText(SlackText.cut(drill.situation(), 3000)))));
        blocks.add(section(it -> it.text(markdownText("*" + SlackText.escaped(SlackText.cut(drill.customer(), 80))
                + " writes:*\n" + quoted(drill.firstWords())))));
        if (run.isRunning()) {
            blocks.add(section(it -> it.text(markdownText(how(run, drill)))));
            blocks.add(actions(it -> it.elements(asElements(button(press -> press.actionId(FINISH)
                    .text(plainText("Finish"))
                    .value(run.key().toString()))))));
        }
        blocks.add(context(it -> it.elements(List.of(markdownText(
                run.isRunning()
                        ? "Made up. Only you see this drill and its scorecard."
                        : "This drill is over. Its scorecard stands in the thread, for you alone.")))));
        return Message.of("Drill: " + SlackText.escaped(SlackText.cut(drill.title(), 150)), blocks);
    }

    private static String how(DrillRun run, Drill drill) {
        return switch (run.way()) {
            case ROLE_PLAY ->
                "*Answer in the thread*, as you would answer this customer. Their temper is "
                        + drill.temper().shown()
                        + ": it falls when you take up what they said, name what it feels like, own what went wrong, offer"
                        + " a choice and say what happens next, and when. It rises on stock phrases, blame, delay and broken"
                        + " promises.";
            case COACHED ->
                switch (run.help()) {
                    case FULL -> "*Answer in the thread*: what do you think is going on, and what would you do?";
                    case SOME -> "*Answer in the thread*: what would you do? You get less help than at first.";
                    case LITTLE -> "*Write your first draft in the thread.* You hardly need help any more: I only ask.";
                };
        };
    }

    private static String quoted(String words) {
        return SlackText.escaped(SlackText.cut(words, 2500))
                .lines()
                .map(line -> ">" + line)
                .reduce((one, other) -> one + "\n" + other)
                .orElse(">");
    }
}
