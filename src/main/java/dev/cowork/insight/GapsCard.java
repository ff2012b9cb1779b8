package dev.cowork.insight;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Gaps in App Home: what hurts most, and what the person is to answer.
public final class GapsCard {
    static final String ALL = "gaps_all";
    static final String MINE = "gaps_mine";

    private GapsCard() {}

    /// Nothing where there is nothing for this person.
    public static List<LayoutBlock> of(GapBook.Desk desk) {
        var blocks = new ArrayList<LayoutBlock>();
        if (desk.openInAll() > 0 || !desk.answered().isEmpty()) {
            blocks.add(divider());
            blocks.add(text("*Knowledge gaps*\n"
                    + (desk.all().isEmpty() ? "None is open." : lines(desk.all()))
                    + more(desk.openInAll() - desk.all().size()) + answered(desk.answered())));
        }
        if (desk.openInAll() > 0) {
            blocks.add(actions(it ->
                    it.elements(asElements(button(press -> press.actionId(ALL).text(plainText("Assign or answer")))))));
        }
        if (!desk.mine().isEmpty()) {
            blocks.add(divider());
            blocks.add(text("*For you to answer*\n" + lines(desk.mine())));
            blocks.add(actions(it ->
                    it.elements(asElements(button(press -> press.actionId(MINE).text(plainText("Answer")))))));
        }
        return blocks;
    }

    private static String lines(List<GapBook.Entry> gaps) {
        return gaps.stream().map(gap -> "• " + line(gap)).collect(Collectors.joining("\n"));
    }

    static String line(GapBook.Entry gap) {
        return SlackText.escaped(SlackText.cut(gap.question().replaceAll("\\s+", " "), 200)) + " · "
                + (gap.times() == 1 ? "1 session" : gap.times() + " sessions")
                + gap.keeper().map(keeper -> " · with " + keeper.mention()).orElse("");
    }

    private static String answered(List<GapBook.Entry> gaps) {
        return gaps.isEmpty()
                ? ""
                : "\n_Answered lately_\n"
                        + gaps.stream()
                                .map(gap -> "• " + brief(gap.question()) + " → “" + brief(gap.answer()) + "”"
                                        + used(gap.uses()))
                                .collect(Collectors.joining("\n"));
    }

    /// How many later sessions an answer helped; nothing while it is none.
    public static String used(long sessions) {
        return sessions == 0 ? "" : " · used in " + (sessions == 1 ? "1 later session" : sessions + " later sessions");
    }

    private static String brief(String words) {
        return SlackText.escaped(SlackText.cut(words.replaceAll("\\s+", " "), 120));
    }

    private static String more(long more) {
        return more > 0 ? "\nand " + more + " more" : "";
    }

    private static LayoutBlock text(String words) {
        return section(it -> it.text(markdownText(SlackText.cut(words, 3000))));
    }
}
