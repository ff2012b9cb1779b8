package dev.cowork.impact.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.util.json.GsonFactory;
import dev.cowork.impact.ImpactBook.Own;
import dev.cowork.impact.comparison.Compared;
import dev.cowork.impact.comparison.Interval;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// What is said of the figures in a channel, and how Slack is told to draw it.
class SummaryCardTest {
    @Test
    void drawsWhatIsKnownAndSaysWhatIsTooFew() {
        var compared = new LinkedHashMap<Measure, Compared>();
        compared.put(
                Measure.FIRST_CONTACT,
                new Compared.Found(
                        1200, 34000, 0.6123, 0.58, 0.0323, new Interval(0.01, 0.05), Compared.Reading.BETTER, 0));
        compared.put(Measure.ESCALATED, new Compared.TooFew(3, 4000));
        var said = new Summary.Said("2026-09", "2026-11", 5, true, Own.NONE, compared);

        var blocks = GsonFactory.createSnakeCase().toJson(SummaryCard.of(said).blocks());

        assertTrue(blocks.contains("""
                    {"type":"data_visualization","title":"Tickets with a session beside similar ones","chart":{"type":"bar",\
                    "series":[{"name":"With a session","data":[{"label":"First contact","value":61.2}]},\
                    {"name":"Without, similar","data":[{"label":"First contact","value":58.0}]}],\
                    "axis_config":{"categories":["First contact"],"y_label":"Of a hundred tickets"}}}\
                    """), blocks);
        assertTrue(
                blocks.contains(
                        "• *Solved at first contact*: better · 61.2 % beside 58.0 % · +3.2 points (+1.0 to +5.0)"
                                + " · 1,200 and 34,000 tickets\\n• *Escalated*: too few (3 assisted, 4,000 similar)"),
                blocks);
    }

    @Test
    void drawsNothingWhereNothingIsKnown() {
        var said = new Summary.Said("2026-09", "2026-11", 5, true, Own.NONE, new LinkedHashMap<>());

        assertEquals(4, SummaryCard.of(said).blocks().size());
    }
}
