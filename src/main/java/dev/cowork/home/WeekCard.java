package dev.cowork.home;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.insight.GapsCard;
import dev.cowork.insight.TipCount;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The weekly digest, and its switch in App Home.
final class WeekCard {
    static final String WANT = "digest_want";

    private WeekCard() {}

    static Message of(Digest digest) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(it -> it.text(plainText("Your team's week with Cowork"))));
        blocks.add(
                text(
                        "*A success story*\n"
                                + digest.story()
                                        .map(WeekCard::tip)
                                        .orElse(
                                                "Nobody shared one this week that everybody can read. Ask somebody whose case went well.")));
        if (!digest.learnt().isEmpty()) {
            blocks.add(text("*What the team learnt*\n"
                    + digest.learnt().stream().map(WeekCard::tip).collect(Collectors.joining("\n"))));
        }
        blocks.add(text("*Gaps closed*\n"
                + (digest.closed().isEmpty()
                        ? "None this week."
                        : digest.closed().stream()
                                .map(gap -> "• " + brief(gap.question()) + " → “" + brief(gap.answer()) + "”"
                                        + GapsCard.used(gap.uses()))
                                .collect(Collectors.joining("\n")))));
        blocks.add(text("*Not tried yet*\n" + notYet(digest.notYet())));
        return Message.of("Your team's week with Cowork", blocks);
    }

    private static String notYet(long people) {
        return people == 0
                ? "Everybody who looked at App Home has tried it."
                : (people == 1 ? "1 person has" : people + " people have")
                        + " looked at App Home and not tried it yet. A drill is the easiest beginning.";
    }

    private static String tip(TipCount.Loved tip) {
        return "• " + brief(tip.words()) + " (" + tip.sharedBy().mention()
                + (tip.reactions() == 0
                        ? ""
                        : ", " + tip.reactions() + (tip.reactions() == 1 ? " reaction" : " reactions"))
                + ")";
    }

    static List<LayoutBlock> wanting(boolean isWanted) {
        return List.of(
                divider(),
                text("*Weekly digest*\n"
                        + (isWanted
                                ? "You get it once a week, in your direct messages."
                                : "Once a week, in your direct messages: a success story, what the team learnt, gaps closed,"
                                        + " and how many have not tried it yet.")),
                actions(it -> it.elements(asElements(button(press -> press.actionId(WANT)
                        .text(plainText(isWanted ? "No more digests" : "Send me the digest"))
                        .value(isWanted ? "no" : "yes"))))));
    }

    private static LayoutBlock text(String words) {
        return section(it -> it.text(markdownText(SlackText.cut(words, 3000))));
    }

    private static String brief(String words) {
        return SlackText.escaped(SlackText.cut(words.replaceAll("\\s+", " "), 300));
    }
}
