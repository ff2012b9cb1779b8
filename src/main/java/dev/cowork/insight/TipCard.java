package dev.cowork.insight;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import java.util.List;

/// A tip in the team's channel, with thanks to who shared it. The tip stands there as plain words: nothing in it comes
/// alive.
final class TipCard {
    private TipCard() {}

    static Message of(String words, MemberId by) {
        return Message.of(
                "A tip for the team: " + SlackText.cut(SlackText.escaped(words), 3000),
                List.of(
                        section(it -> it.text(plainText(words))),
                        context(it -> it.elements(
                                List.of(markdownText("A tip from a real case. Thank you, " + by.mention() + "!"))))));
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

    /// A channel by id or name, as Slack shows it.
    static String shown(String channel) {
        return channel.matches("[CG][A-Z0-9]{7,}") ? "<#" + channel + ">" : "#" + channel.replaceFirst("^#", "");
    }
}
