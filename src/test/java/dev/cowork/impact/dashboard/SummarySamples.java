package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook.Known;
import dev.cowork.impact.ImpactBook.Own;
import dev.cowork.impact.comparison.Compared;
import dev.cowork.impact.comparison.Interval;
import dev.cowork.slack.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The summary at its longest and at its shortest.
public final class SummarySamples {
    private SummarySamples() {}

    public static Map<Class<?>, List<?>> all() {
        var compared = new LinkedHashMap<Measure, Compared>();
        for (var measure : Measure.values()) {
            compared.put(
                    measure,
                    new Compared.Found(
                            Long.MAX_VALUE,
                            Long.MAX_VALUE,
                            0.123456789,
                            0.987654321,
                            -0.864197532,
                            new Interval(-1, 1),
                            Compared.Reading.NO_DIFFERENCE_SHOWN,
                            Long.MAX_VALUE));
        }
        var many = new Known(Long.MAX_VALUE, 1e300);
        var said = new Summary.Said(
                "2026-01",
                "2026-12",
                5,
                true,
                new Own(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, new Known(1, 1e9), many, many),
                compared);
        var nothing = new Summary.Said("2026-01", "2026-12", Integer.MAX_VALUE, false, Own.NONE, Map.of());
        var drawn = new LinkedHashMap<Measure, Compared.Found>();
        compared.forEach((measure, it) -> drawn.put(measure, (Compared.Found) it));
        return Map.of(
                SummaryCard.class,
                List.of(SummaryCard.of(said), SummaryCard.of(nothing)),
                ChartCard.class,
                List.of(Message.of("", List.of(ChartCard.of(drawn)))));
    }
}
