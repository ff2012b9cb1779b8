package dev.cowork.session;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.richText;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A card as long as it must be: what does not fit into one message goes on in the next, and nothing is lost. The
/// partner's words stand in rich text, where no character has a meaning.
final class PagedCard {
    private static final int PIECE = 2800;
    private static final int PAGE = 9000;
    private static final int MOST_BLOCKS = 45;

    private final String text;
    private final List<Message> pages = new ArrayList<>();
    private List<LayoutBlock> page = new ArrayList<>();
    private int size;

    /// @param text the plain words for notifications
    PagedCard(String text) {
        this.text = text;
    }

    /// Our own words, in Slack's mrkdwn; what others wrote in them is escaped and cut already.
    PagedCard title(String mrkdwn) {
        return add(section(block -> block.text(markdownText(mrkdwn))), mrkdwn.length());
    }

    PagedCard note(String mrkdwn) {
        return add(context(block -> block.elements(List.of(markdownText(mrkdwn)))), mrkdwn.length());
    }

    /// As [#note(String)], counting as so many characters whatever it says, so that a later version of the card breaks
    /// where the first one did.
    PagedCard note(String mrkdwn, int size) {
        return add(context(block -> block.elements(List.of(markdownText(mrkdwn)))), size);
    }

    PagedCard buttons(List<? extends BlockElement> buttons, int size) {
        return add(actions(block -> block.elements(List.copyOf(buttons))), size);
    }

    PagedCard divider() {
        return page.isEmpty() ? this : add(com.slack.api.model.block.Blocks.divider(), 0);
    }

    PagedCard words(String words) {
        return each(words, piece -> line(words(piece, false)));
    }

    /// A bold label, and the words after it.
    PagedCard labelled(String label, String words) {
        var pieces = CardText.pieces(words, PIECE);
        for (var number = 0; number < pieces.size(); number++) {
            var labels = number == 0 ? List.of(words(label + "  ", true)) : List.<RichTextElement>of();
            var all = new ArrayList<>(labels);
            all.add(words(pieces.get(number), false));
            rich(line(all.toArray(RichTextElement[]::new)), pieces.get(number).length());
        }
        return this;
    }

    /// A line of its own above a list.
    PagedCard heading(String label) {
        rich(line(words(label, true)), label.length());
        return this;
    }

    /// Words to be copied.
    PagedCard quote(String words) {
        return each(
                words,
                piece -> RichTextQuoteElement.builder()
                        .elements(List.of(words(piece, false)))
                        .build());
    }

    /// A line of a list.
    PagedCard item(String words) {
        return each(
                words,
                piece -> RichTextListElement.builder()
                        .style("bullet")
                        .elements(List.of(line(words(piece, false))))
                        .build());
    }

    PagedCard buttons(List<? extends BlockElement> buttons) {
        return buttons.isEmpty() ? this : add(actions(block -> block.elements(List.copyOf(buttons))), 100);
    }

    /// In order; what was added last stands in the last one.
    List<Message> pages() {
        turn();
        return List.copyOf(pages);
    }

    private PagedCard each(String words, Function<String, ? extends BlockElement> shape) {
        CardText.pieces(words, PIECE).forEach(piece -> rich(shape.apply(piece), piece.length()));
        return this;
    }

    private void rich(BlockElement element, int length) {
        add(richText(block -> block.elements(List.of(element))), length);
    }

    private PagedCard add(LayoutBlock block, int length) {
        if (page.size() >= MOST_BLOCKS || size + length > PAGE) {
            turn();
        }
        page.add(block);
        size += length;
        return this;
    }

    private void turn() {
        if (!page.isEmpty()) {
            pages.add(Message.of(text, List.copyOf(page)));
        }
        page = new ArrayList<>();
        size = 0;
    }

    private static RichTextSectionElement line(RichTextElement... elements) {
        return RichTextSectionElement.builder().elements(List.of(elements)).build();
    }

    private static RichTextElement words(String words, boolean isBold) {
        var text = RichTextSectionElement.Text.builder().text(words);
        if (isBold) {
            text.style(RichTextSectionElement.TextStyle.builder().bold(true).build());
        }
        return text.build();
    }
}
