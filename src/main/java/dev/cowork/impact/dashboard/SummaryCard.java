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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The summary in a channel: words for everybody, and a chart.
public final class SummaryCard {
    private SummaryCard() {}

    public static Message of(Summary.Said said) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(it -> it.text(plainText("Impact, " + said.from() + " to " + said.to()))));
        blocks.add(section(it -> it.text(markdownText(sessions(said)))));
        blocks.add(section(it -> it.text(markdownText(compared(said)))));
        var drawn = found(said);
        if (!drawn.isEmpty()) {
            blocks.add(ChartCard.of(drawn));
        }
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

    /// Those of which enough is known to be drawn.
    private static Map<Measure, Found> found(Summary.Said said) {
        var found = new LinkedHashMap<Measure, Found>();
        said.compared().forEach((measure, compared) -> {
            if (compared instanceof Found it) {
                found.put(measure, it);
            }
        });
        return found;
    }

    private static String compared(Summary.Said said) {
        return said.compared().isEmpty()
                ? "There are too few tickets, or too few people behind them, to compare anything yet."
                : said.compared().entrySet().stream()
                        .map(it -> line(it.getKey(), it.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static String line(Measure measure, Compared compared) {
        var title = "• *%s*: %s"
                .formatted(measure.shown(), ComparedTable.shows(compared).text());
        return title
                + switch (compared) {
                    case Compared.TooFew few ->
                        " (%s assisted, %s similar)".formatted(number(few.assisted()), number(few.similar()));
                    case Found found ->
                        " · %s %% beside %s %% · %s points (%s to %s) · %s and %s tickets"
                                .formatted(
                                        Cell.round(100 * found.assistedValue(), 1),
                                        Cell.round(100 * found.similarValue(), 1),
                                        points(found.difference()),
                                        points(found.interval().from()),
                                        points(found.interval().to()),
                                        number(found.assisted()),
                                        number(found.similar()));
                };
    }

    private static String number(long value) {
        return Cell.of(value).text();
    }

    private static String points(double difference) {
        return Cell.signed(100 * difference, "").text();
    }
}
