package dev.cowork.impact.dashboard;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.impact.comparison.Compared;
import dev.cowork.impact.comparison.Compared.Found;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The summary in a channel, with bars of characters: a picture would have to lie where Slack can fetch it, open to
/// all.
public final class SummaryCard {
    private static final int BAR = 20;

    private SummaryCard() {}

    public static Message of(Summary.Said said) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(it -> it.text(plainText("Impact, " + said.from() + " to " + said.to()))));
        blocks.add(section(it -> it.text(markdownText(sessions(said)))));
        blocks.add(section(it -> it.text(markdownText(compared(said)))));
        blocks.add(context(it -> it.elements(List.of(markdownText(
                "Tickets with a session beside similar ones without: same kind, priority, tier, channel and"
                        + " month. It says that they differ, not why. More at `/dashboard`.")))));
        return Message.of("Impact, " + said.from() + " to " + said.to(), blocks);
    }

    private static String sessions(Summary.Said said) {
        var sessions = said.sessions();
        if (sessions.opened() == 0) {
            return "No session was held in these months.";
        }
        if (!said.isEnough()) {
            return "Fewer than %d people held sessions: their figures are theirs alone.".formatted(said.smallest());
        }
        return "*%d sessions*, %d closed, %d resolved"
                        .formatted(sessions.opened(), sessions.closed(), sessions.resolved())
                + (sessions.minutes().known() == 0
                        ? ""
                        : " · %.0f minutes of work each, on average"
                                .formatted(sessions.minutes().mean()))
                + (sessions.before().known() == 0
                        ? ""
                        : String.format(
                                Locale.US,
                                " · confidence %.1f before, %.1f after",
                                sessions.before().mean(),
                                sessions.after().mean()));
    }

    private static String compared(Summary.Said said) {
        if (said.compared().isEmpty()) {
            return "There are too few tickets, or too few people behind them, to compare anything yet.";
        }
        var words = new StringBuilder("```");
        said.compared().forEach((measure, compared) -> words.append(lines(measure, compared)));
        return words.append("```").toString();
    }

    private static String lines(String measure, Compared compared) {
        var title = measure + ": " + ComparedTable.shows(compared).text() + "\n";
        return switch (compared) {
            case Compared.TooFew few ->
                title + "  %d assisted, %d similar tickets\n".formatted(few.assisted(), few.similar());
            case Found found ->
                title
                        + bar("assisted", found.assistedValue())
                        + bar("similar ", found.similarValue())
                        + "  %s points (%s to %s), %d and %d tickets\n"
                                .formatted(
                                        points(found.difference()),
                                        points(found.interval().from()),
                                        points(found.interval().to()),
                                        found.assisted(),
                                        found.similar());
        };
    }

    private static String bar(String name, double share) {
        var full = (int) Math.round(Math.clamp(share, 0, 1) * BAR);
        return "  %s %s%s %3.0f %%\n".formatted(name, "█".repeat(full), "░".repeat(BAR - full), 100 * share);
    }

    private static String points(double difference) {
        return Cell.signed(100 * difference, "").text();
    }
}
