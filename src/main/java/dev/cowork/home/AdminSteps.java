package dev.cowork.home;

import java.util.List;

/// What an administrator does first, in five steps that end with a test session; each ticked by what really is.
final class AdminSteps {
    private AdminSteps() {}

    static List<FirstSteps.Step> of(Deeds.Seen seen) {
        var desk = seen.administers().orElseThrow();
        return List.of(
                new FirstSteps.Step("`Roles`: name who decides, and another administrator", !desk.isFirstAdmin()),
                new FirstSteps.Step(
                        "`Settings`: the channels for approvals and tips, how long things are kept",
                        seen.settings() > 0),
                new FirstSteps.Step(
                        "`Authority matrix`: who may grant how much",
                        desk.inForce().matrix().version() > 1),
                new FirstSteps.Step(
                        "`Company knowledge`: a policy, and two replies that sound like you",
                        !seen.knowledge().orElse(List.of()).isEmpty()),
                new FirstSteps.Step(
                        "`Start a session`: a test with a made-up ticket, and look at what comes",
                        !seen.sessions().isEmpty()));
    }
}
