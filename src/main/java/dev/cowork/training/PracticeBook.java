package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// What came of practice, to be read by App Home. Of a single person only what that person lets others see.
@ApplicationScoped
public class PracticeBook {
    /// Fewer people than that could be told apart.
    private static final int LEAST_PEOPLE = 5;

    private static final Duration LATELY = Duration.ofDays(90);

    private final DrillRuns runs;
    private final DrillMarks marks;
    private final Consents consents;
    private final InstantSource clock;

    PracticeBook(DrillRuns runs, DrillMarks marks, Consents consents, InstantSource clock) {
        this.runs = runs;
        this.marks = marks;
        this.consents = consents;
        this.clock = clock;
    }

    /// A person's own practice.
    ///
    /// @param isShown whether supervisors may see it
    public record Own(long ended, boolean isShown) {}

    /// A step of HEARD by name, and how many of a hundred times it was earned.
    public record Earned(String step, long percent) {}

    /// One who lets others see it.
    public record Person(MemberId member, long ended) {}

    /// What supervisors see.
    ///
    /// @param people who practised lately; 0 where they are too few to be spoken of
    /// @param steps only those in which as many people were scored
    public record Team(long people, List<Earned> steps, List<Person> consenting) {}

    @Transactional
    public Own ownOf(WorkspaceId workspace, MemberId member) {
        return new Own(runs.endedBy(workspace, member), consents.isGiven(workspace, member));
    }

    @Transactional
    public Team teamOf(WorkspaceId workspace) {
        var since = clock.instant().minus(LATELY);
        var practised = runs.practisedSince(workspace, since);
        var agreed = consents.of(workspace);
        var consenting = practised.stream()
                .filter(one -> agreed.contains(one.member()))
                .map(one -> new Person(one.member(), one.ended()))
                .sorted(Comparator.comparing(one -> one.member().value()))
                .toList();
        return practised.size() < LEAST_PEOPLE
                ? new Team(0, List.of(), consenting)
                : new Team(practised.size(), earned(workspace, since), consenting);
    }

    private List<Earned> earned(WorkspaceId workspace, Instant since) {
        return marks.sharesSince(workspace, since, LEAST_PEOPLE).stream()
                .map(share ->
                        new Earned(Coaching.nameOf(share.step()), Math.round(100.0 * share.earned() / share.all())))
                .toList();
    }
}
