package dev.cowork.insight;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
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
import java.util.stream.Collectors;

/// A tip in the team's channel, with thanks to who shared it. The tip stands there as plain words: nothing in it comes
/// alive.
final class TipCard {
    static final String BACK = "tip_back";
    private static final int MOST = 24;

    private TipCard() {}

    static Message of(Tip tip) {
        return Message.of("A tip for the team: " + SlackText.cut(SlackText.escaped(tip.words()), 3000), blocks(tip));
    }

    private static List<LayoutBlock> blocks(Tip tip) {
        var where = tip.from().isPresent() ? "A tip from a real case." : "A tip for the team.";
        return List.of(
                section(it -> it.text(plainText(tip.words()))),
                context(it -> it.elements(List.of(
                        markdownText(where + " Thank you, " + tip.sharedBy().mention() + "!")))));
    }

    /// What is left of it.
    static Message takenBack() {
        return Message.of(
                "This tip was taken back.",
                List.of(section(it -> it.text(markdownText("_This tip was taken back._")))));
    }

    /// To whoever shared it, with the way back.
    ///
    /// @param waits whether it goes out with others later
    static Message shared(Tip tip, String channel, boolean waits) {
        var words = waits
                ? "Many tips came in this hour: yours goes to " + shown(channel) + " with the others, at its end."
                : "Thank you! Your tip is in " + shown(channel) + ".";
        return Message.of(
                words,
                List.of(
                        section(it -> it.text(markdownText(SlackText.cut(words, 3000)))),
                        actions(it -> it.elements(asElements(button(press -> press.actionId(BACK)
                                .text(plainText("Take it back"))
                                .value(tip.key().id().toString())))))));
    }

    /// In place of that.
    static Message gone(String channel) {
        return Message.of(
                "Your tip was taken back from " + shown(channel) + ".",
                List.of(section(it -> it.text(markdownText("Your tip was taken back from " + shown(channel) + ".")))));
    }

    /// Told to the person alone when Slack would not take the tip.
    static Message refused(String words, String channel, String reason) {
        var text = "Your tip could not be posted to " + shown(channel) + " (`" + SlackText.escaped(reason)
                + "`). Is there such a channel, and is the bot in it? Nothing is lost, here it is:";
        return Message.of(
                text,
                List.of(
                        section(it -> it.text(markdownText(SlackText.cut(text, 3000)))),
                        section(it -> it.text(plainText(words)))));
    }

    /// Several at once, each with its sharer.
    static Message several(List<Tip> tips) {
        var blocks = new ArrayList<LayoutBlock>();
        tips.stream().limit(MOST).forEach(tip -> blocks.addAll(blocks(tip)));
        var text = tips.size() == 1 ? "A tip for the team" : tips.size() + " tips for the team";
        return Message.of(text, blocks);
    }

    /// To somebody in a situation like the one it came from.
    static Message quoted(Tip tip) {
        return Message.of(
                "A colleague's tip that may fit",
                List.of(
                        section(it -> it.text(
                                plainText(SlackText.cut("A colleague's tip that may fit:\n" + tip.words(), 3000)))),
                        context(it -> it.elements(List.of(
                                markdownText("Shared by " + tip.sharedBy().mention() + ". Only you see this."))))));
    }

    /// What was found, for the one who looked.
    static String found(List<Tip> tips) {
        return "What colleagues shared about it:\n"
                + tips.stream()
                        .map(tip -> ">"
                                + SlackText.escaped(SlackText.cut(tip.words().replaceAll("\\s+", " "), 500)) + "\n— "
                                + tip.sharedBy().mention())
                        .collect(Collectors.joining("\n\n"));
    }

    /// The same as a message of its own.
    static Message told(String answer) {
        return Message.of(answer, List.of(section(it -> it.text(markdownText(SlackText.cut(answer, 3000))))));
    }

    /// A channel by id or name, as Slack shows it.
    static String shown(String channel) {
        return channel.matches("[CG][A-Z0-9]{7,}") ? "<#" + channel + ">" : "#" + channel.replaceFirst("^#", "");
    }
}
