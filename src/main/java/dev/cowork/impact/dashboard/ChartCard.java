package dev.cowork.impact.dashboard;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.impact.comparison.Compared.Found;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Bars of assisted beside similar tickets, drawn by Slack: a picture would have to lie where Slack can fetch it, open
/// to all. Slack's library has no class for this block, so its fields stand here as Slack names them.
record ChartCard(
        String type, String title, Chart chart, @Nullable String blockId) implements LayoutBlock {
    record Chart(String type, List<Series> series, Axis axisConfig) {}

    record Series(String name, List<Point> data) {}

    record Point(String label, double value) {}

    record Axis(List<String> categories, String yLabel) {}

    static ChartCard of(Map<Measure, Found> shares) {
        var series = List.of(
                series("With a session", shares, Found::assistedValue),
                series("Without, similar", shares, Found::similarValue));
        var labels = shares.keySet().stream().map(Measure::brief).toList();
        return new ChartCard(
                "data_visualization",
                "Tickets with a session beside similar ones",
                new Chart("bar", series, new Axis(labels, "Of a hundred tickets")),
                null);
    }

    private static Series series(String name, Map<Measure, Found> shares, ToDoubleFunction<Found> side) {
        return new Series(
                name,
                shares.entrySet().stream()
                        .map(share -> new Point(
                                share.getKey().brief(), Math.round(1000 * side.applyAsDouble(share.getValue())) / 10.0))
                        .toList());
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public @Nullable String getBlockId() {
        return blockId;
    }
}
