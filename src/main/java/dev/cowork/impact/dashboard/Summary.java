package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook;
import dev.cowork.impact.comparison.Compared;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The figures of the last three months in short, to be said in a channel: groups only.
@ApplicationScoped
public class Summary {
    private final Counts counts;
    private final ImpactBook book;
    private final Groups groups;
    private final InstantSource clock;

    Summary(Counts counts, ImpactBook book, Groups groups, InstantSource clock) {
        this.counts = counts;
        this.book = book;
        this.groups = groups;
        this.clock = clock;
    }

    /// @param smallest how many people a group has that is shown
    /// @param compared measure by measure, of those that are shares; empty where too few people stand behind it
    /// @param isEnough whether enough people held sessions for their number to be told
    public record Said(
            String from,
            String to,
            int smallest,
            boolean isEnough,
            ImpactBook.Own sessions,
            Map<Measure, Compared> compared) {}

    @Transactional
    public Said of(WorkspaceId workspace) {
        var months = Months.of(null, null, clock.instant());
        var scope = new Counts.Scope(workspace, months, "");
        var all = new ImpactBook.Scope(workspace, months.fromInstant(), months.toInstant(), "", Optional.empty());
        var held = book.held(all);
        var strata = counts.strata(scope);
        var people = counts.everybody(scope);
        var compared = new LinkedHashMap<Measure, Compared>();
        if (groups.mayShow(people[0]) && groups.mayShow(people[1])) {
            Arrays.stream(Measure.values())
                    .filter(measure -> measure.unit() == Measure.Unit.SHARE)
                    .forEach(measure -> compared.put(measure, measure.in(strata)));
        }
        return new Said(
                months.first().toString(),
                months.last().toString(),
                groups.smallest(),
                groups.mayShow(held.all().people()),
                ImpactBook.Own.of(held.all()),
                compared);
    }
}
