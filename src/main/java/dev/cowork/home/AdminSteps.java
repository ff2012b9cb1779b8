package dev.cowork.home;

import java.util.List;
import java.util.Optional;

/// What an administrator does first, in five steps that end with a test session; each ticked by what really is.
final class AdminSteps {
    private AdminSteps() {}

    private record Guided(FirstSteps.Step step, FirstSteps.Way way) {}

    static List<FirstSteps.Step> of(Deeds.Seen seen) {
        return guided(seen).stream().map(Guided::step).toList();
    }

    /// To the first step that is not done; empty where all are.
    static Optional<FirstSteps.Way> next(Deeds.Seen seen) {
        return guided(seen).stream()
                .filter(each -> !each.step().isDone())
                .map(Guided::way)
                .findFirst();
    }

    private static List<Guided> guided(Deeds.Seen seen) {
        var desk = seen.administers().orElseThrow();
        return List.of(
                guided(
                        "*Roles*: name yourself administrator, and who decides",
                        !desk.isFirstAdmin(),
                        FirstSteps.Way.ROLES),
                guided(
                        "*Settings*: the channels for approvals and tips, how long things are kept",
                        seen.settings() > 0,
                        FirstSteps.Way.SETTINGS),
                guided(
                        "*Authority matrix*: who may grant how much",
                        desk.inForce().matrix().version() > 1,
                        FirstSteps.Way.MATRIX),
                guided(
                        "*Company knowledge*: a policy, and two replies that sound like you",
                        !seen.knowledge().orElse(List.of()).isEmpty(),
                        FirstSteps.Way.KNOWLEDGE),
                guided(
                        "*A test session* with a made-up ticket: start it, answer it, close it",
                        !seen.sessions().isEmpty(),
                        FirstSteps.Way.TEST_SESSION));
    }

    private static Guided guided(String what, boolean isDone, FirstSteps.Way way) {
        return new Guided(new FirstSteps.Step(what, isDone), way);
    }
}
