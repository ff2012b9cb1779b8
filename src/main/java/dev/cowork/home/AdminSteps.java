package dev.cowork.home;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.knowledge.KnowledgeCard;
import dev.cowork.proposal.authority.AdminCard;
import java.util.List;
import java.util.Optional;

/// What an administrator does first, in five steps that end with a test session; each ticked by what really is.
final class AdminSteps {
    private AdminSteps() {}

    /// @param way the button that leads there
    private record Guided(FirstSteps.Step step, ButtonElement way) {}

    static List<FirstSteps.Step> of(Deeds.Seen seen) {
        return guided(seen).stream().map(Guided::step).toList();
    }

    /// To the first step that is not done; empty where all are.
    static Optional<ButtonElement> next(Deeds.Seen seen) {
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
                        AdminCard.roles()),
                guided(
                        "*Settings*: the channels for approvals and tips, how long things are kept",
                        seen.settings() > 0,
                        AdminCard.settings()),
                guided(
                        "*Authority matrix*: who may grant how much",
                        desk.inForce().matrix().version() > 1,
                        AdminCard.matrix()),
                guided(
                        "*Company knowledge*: a policy, and two replies that sound like you",
                        !seen.knowledge().orElse(List.of()).isEmpty(),
                        KnowledgeCard.add()),
                guided(
                        "*A test session* with a made-up ticket: start it, answer it, close it",
                        !seen.sessions().isEmpty(),
                        button(press -> press.actionId(HomePage.START)
                                .text(plainText("Start a test session"))
                                .value(StartPress.MADE_UP))));
    }

    private static Guided guided(String what, boolean isDone, ButtonElement way) {
        return new Guided(new FirstSteps.Step(what, isDone), way);
    }
}
