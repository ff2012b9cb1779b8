package dev.cowork.insight;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people are told about a gap, alone.
final class GapCard {
    static final String OPEN = "gap_open";

    private GapCard() {}

    /// To its keeper.
    ///
    /// @param by empty where it came by itself
    static Message assigned(Gap gap, Optional<MemberId> by) {
        var lead = by.map(who -> who.mention() + " asks you to answer a " + kind(gap))
                .orElse("A session met a " + kind(gap) + ", and you are a keeper of our knowledge");
        return of(
                lead + ":\n>" + brief(gap.question()),
                List.of(actions(it -> it.elements(asElements(button(press -> press.actionId(OPEN)
                        .text(plainText("Answer it"))
                        .value(gap.key().id().toString())))))));
    }

    /// To whoever found it.
    ///
    /// @param isKnown whether it was answered before they met it
    static Message answered(Gap gap, boolean isKnown) {
        var lead = isKnown ? "There is an answer to a gap you met: " : "The gap you found is closed, thank you: ";
        return of(lead + article(gap) + "\n>" + brief(gap.question()), List.of());
    }

    /// To whoever found it.
    static Message dropped(Gap gap, MemberId by) {
        return of(
                by.mention() + " took a gap you found off the list: it needs no answer.\n>" + brief(gap.question()),
                List.of());
    }

    static String article(Gap gap) {
        var title = "“" + SlackText.escaped(SlackText.cut(gap.answer(), 200)) + "”";
        return gap.link().isEmpty() ? title : title + " " + SlackText.escaped(gap.link());
    }

    private static String kind(Gap gap) {
        return gap.isPolicy() ? "policy that is not clear" : "gap in our knowledge";
    }

    private static Message of(String words, List<LayoutBlock> more) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(it -> it.text(markdownText(SlackText.cut(words, 3000)))));
        blocks.addAll(more);
        return Message.of(words, blocks);
    }

    private static String brief(String words) {
        return SlackText.escaped(SlackText.cut(words.replaceAll("\\s+", " "), 500));
    }
}
