package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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
    /// @param steps lately
    public record Own(long ended, boolean isShown, List<Earned> steps) {}

    /// A step of HEARD by name, and how many of a hundred times it was earned.
    public record Earned(String step, long percent) {}

    /// One who lets others see it.
    ///
    /// @param ended lately, as the steps
    public record Person(MemberId member, long ended, List<Earned> steps) {}

    /// What supervisors see.
    ///
    /// @param people who practised lately; 0 where they are too few to be spoken of
    /// @param steps only those in which as many people were scored
    public record Team(long people, List<Earned> steps, List<Person> consenting) {}

    @Transactional
    public Own ownOf(WorkspaceId workspace, MemberId member) {
        return new Own(
                runs.endedBy(workspace, member),
                consents.isGiven(workspace, member),
                eachEarned(marks.sharesSince(workspace, lately(), member)));
    }

    @Transactional
    public Team teamOf(WorkspaceId workspace) {
        var since = lately();
        var practised = runs.practisedSince(workspace, since);
        var agreed = consents.of(workspace);
        var shares = marks.sharesSince(workspace, since);
        var consenting = practised.stream()
                .filter(one -> agreed.contains(one.member()))
                .map(one -> new Person(one.member(), one.ended(), earned(shares, one.member())))
                .sorted(Comparator.comparing(one -> one.member().value()))
                .toList();
        return practised.size() < LEAST_PEOPLE
                ? new Team(0, List.of(), consenting)
                : new Team(practised.size(), together(shares, agreed), consenting);
    }

    private Instant lately() {
        return clock.instant().minus(LATELY);
    }

    private static List<Earned> earned(List<DrillMarks.PersonsShare> shares, MemberId member) {
        return eachEarned(
                shares.stream().filter(one -> one.member().equals(member)).toList());
    }

    private static List<Earned> eachEarned(List<DrillMarks.PersonsShare> ofOne) {
        return ofOne.stream().map(one -> earned(List.of(one))).toList();
    }

    private static List<Earned> together(List<DrillMarks.PersonsShare> shares, Set<MemberId> agreed) {
        return Arrays.stream(Step.values())
                .map(step -> shares.stream()
                        .filter(one -> one.share().step() == step)
                        .toList())
                .filter(of -> hidesEverybody(of, agreed))
                .map(PracticeBook::earned)
                .toList();
    }

    /// Whoever is not shown by name cannot be worked out either, by taking away those who are.
    private static boolean hidesEverybody(List<DrillMarks.PersonsShare> shares, Set<MemberId> agreed) {
        var unnamed =
                shares.stream().filter(one -> !agreed.contains(one.member())).count();
        return shares.size() >= LEAST_PEOPLE && (unnamed == 0 || unnamed >= LEAST_PEOPLE);
    }

    private static Earned earned(List<DrillMarks.PersonsShare> shares) {
        var earned = shares.stream().mapToLong(one -> one.share().earned()).sum();
        var all = shares.stream().mapToLong(one -> one.share().all()).sum();
        return new Earned(Coaching.nameOf(shares.getFirst().share().step()), Math.round(100.0 * earned / all));
    }
}
