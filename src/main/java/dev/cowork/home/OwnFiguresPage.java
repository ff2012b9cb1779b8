package dev.cowork.home;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.impact.ImpactBook;
import java.util.List;
import java.util.Locale;

/// A person's own figures of the last ninety days, on their App Home.
final class OwnFiguresPage {
    private OwnFiguresPage() {}

    /// Nothing where nothing was closed: there is no figure yet.
    static List<LayoutBlock> of(ImpactBook.Own own) {
        if (own.closed() == 0) {
            return List.of();
        }
        var words = new StringBuilder("*Your last ninety days*\n")
                .append("Sessions: %d opened, %d closed, %d resolved"
                        .formatted(own.opened(), own.closed(), own.resolved()));
        if (own.minutes().known() > 0) {
            words.append("\nMinutes of work in a session, on average: %.0f"
                    .formatted(own.minutes().mean()));
        }
        if (own.before().known() > 0) {
            words.append(String.format(
                    Locale.US,
                    "%nHow sure you were, from 1 to 5: %.1f before, %.1f after",
                    own.before().mean(),
                    own.after().mean()));
        }
        return List.of(
                divider(),
                section(it -> it.text(markdownText(words.toString()))),
                context(it -> it.elements(List.of(markdownText("Only you see this.")))));
    }
}
