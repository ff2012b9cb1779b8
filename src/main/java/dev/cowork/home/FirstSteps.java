package dev.cowork.home;

import java.util.List;
import java.util.Optional;

/// The guide's six steps, each ticked by what really happened and by nothing else.
///
/// @param next leads to the first step that is not done, where one does
record FirstSteps(String title, List<Step> steps, Optional<Way> next) {
    record Step(String what, boolean isDone) {}

    /// Where a button leads.
    enum Way {
        ROLES,
        SETTINGS,
        MATRIX,
        KNOWLEDGE,
        TEST_SESSION
    }

    /// Whoever sees this has opened Home, where the guide is.
    static FirstSteps of(Deeds.Seen seen, String command) {
        var real = seen.sessions().stream()
                .filter(entry -> !entry.opening().equals("training"))
                .toList();
        var closed = real.stream().filter(entry -> entry.closedAt().isPresent()).count();
        return new FirstSteps(
                "Getting started",
                List.of(
                        new Step("Look around here", true),
                        new Step(
                                "Bring two complex tickets, each with its number",
                                real.stream()
                                                .filter(entry -> !entry.ticket().isBlank())
                                                .count()
                                        >= 2),
                        new Step("Practise with a training case: `" + command + " train`", seen.hasPractised()),
                        new Step("Work out a real ticket", !real.isEmpty()),
                        new Step(
                                "Close it with `Close session` and its outcome; the time is counted for you",
                                closed > 0),
                        new Step("Share a tip with your team: `" + command + " tip`", seen.tips() > 0)),
                Optional.empty());
    }

    /// What an administrator does first; nothing where somebody is none.
    static FirstSteps ofAdmin(Deeds.Seen seen) {
        return seen.administers().isPresent()
                ? new FirstSteps("Setting it up, in five steps", AdminSteps.of(seen), AdminSteps.next(seen))
                : new FirstSteps("", List.of(), Optional.empty());
    }

    boolean isComplete() {
        return steps.stream().allMatch(Step::isDone);
    }
}
