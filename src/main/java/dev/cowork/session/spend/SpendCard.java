package dev.cowork.session.spend;

import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// What Claude costs: for administrators in App Home, and told to them when most of it is gone.
public final class SpendCard {
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 2900;

    private SpendCard() {}

    /// For administrators.
    public static List<LayoutBlock> of(SpendBook.Desk desk) {
        var lines = new ArrayList<String>();
        lines.add("*Claude's cost*");
        if (desk.lately() == 0) {
            lines.add("Nothing was spent in the last 7 days. The limit is "
                    + desk.limit().shown() + " a day.");
        } else {
            lines.add("Today %s of %s, %d %% · last 7 days %s"
                    .formatted(
                            shown(desk.today(), desk.limit()),
                            desk.limit().shown(),
                            desk.percent(),
                            shown(desk.lately(), desk.limit())));
            lines.add(tokens(desk.tokens()));
        }
        if (desk.percent() >= 100) {
            lines.add(":no_entry: The limit is reached: the playbook answers until midnight UTC.");
        }
        for (var session : desk.dearest()) {
            lines.add("• session `%s` %s, %s"
                    .formatted(
                            SlackText.escaped(SlackText.cut(session.session(), 8)),
                            shown(session.micros(), desk.limit()),
                            tokens(session.tokens())));
        }
        if (!desk.unpriced().isEmpty()) {
            lines.add(":warning: `COWORK_PRICES` names no price for "
                    + SlackText.escaped(SlackText.cut(String.join(", ", desk.unpriced()), 300))
                    + ": the dearest one counts.");
        }
        return List.of(
                divider(), section(it -> it.text(markdownText(SlackText.cut(String.join("\n", lines), LONGEST)))));
    }

    private static String tokens(Tokens tokens) {
        var cached = tokens.input() == 0 ? 0 : 100 * tokens.cached() / tokens.input();
        return "%,d tokens read, %d %% of them from the cache, %,d written"
                .formatted(tokens.input(), cached, tokens.output());
    }

    static String reached(int percent, long spent, Money limit, Instant until) {
        var sum = shown(spent, limit) + " of today's " + limit.shown() + " for Claude are spent";
        var lift = " Whoever runs me can raise it: `COWORK_DAILY_LIMIT`.";
        return switch (percent) {
            case 100 ->
                ":no_entry: *The limit is reached.* " + sum + ". From now on the playbook answers, and says so, until "
                        + at(until) + "." + lift;
            case 95 -> ":warning: *95 % of the limit.* " + sum + ". At 100 % the playbook takes over." + lift;
            default -> ":information_source: *75 % of the limit.* " + sum + ". At 100 % the playbook takes over.";
        };
    }

    static Message note(String words) {
        return Message.of(words, List.of(section(it -> it.text(markdownText(SlackText.cut(words, LONGEST))))));
    }

    /// Why the playbook answers, for the agent.
    public static String instead(Money limit, Instant until) {
        return "Today's limit for Claude, " + limit.shown() + ", is reached, so the playbook answers. Claude is back "
                + at(until) + ".";
    }

    private static String at(Instant instant) {
        return "<!date^" + instant.getEpochSecond() + "^{date_short_pretty} at {time}|" + PLAIN.format(instant) + ">";
    }

    private static String shown(long micros, Money limit) {
        return SpendBook.money(micros, limit.currency()).shown();
    }
}
