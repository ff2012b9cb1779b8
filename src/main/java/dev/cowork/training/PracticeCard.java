package dev.cowork.training;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.Collectors;

/// Practice in App Home: a person's own, and for supervisors the team's.
public final class PracticeCard {
    static final String CONSENT = "practice_consent";
    private static final int MOST_PEOPLE = 10;

    private PracticeCard() {}

    public static List<LayoutBlock> own(PracticeBook.Own own) {
        var words = own.ended() == 0
                ? "You have not ended a drill yet. They are made up, and nobody else sees how they went."
                : (own.ended() == 1 ? "1 drill" : own.ended() + " drills") + " so far. "
                        + (own.isShown()
                                ? "Supervisors see how many, with your name."
                                : "Nobody else sees how they went.");
        var press = button(it -> it.actionId(CONSENT)
                .text(plainText(own.isShown() ? "Hide my practice" : "Let supervisors see it"))
                .value(own.isShown() ? "no" : "yes"));
        return List.of(
                divider(),
                section(it -> it.text(markdownText("*Your practice*\n" + words))),
                actions(it -> it.elements(asElements(
                        button(start -> start.actionId("drill_choose").text(plainText("Practise a drill"))), press))));
    }

    private static String steps(List<PracticeBook.Earned> steps) {
        return steps.stream()
                .map(step -> step.step() + " " + step.percent() + " %")
                .collect(Collectors.joining(", "));
    }

    public static List<LayoutBlock> team(PracticeBook.Team team) {
        var words = team.people() == 0
                ? "Shown once five people have practised in the last 90 days, so that nobody can be picked out."
                : team.people() + " people practised in the last 90 days."
                        + (team.steps().isEmpty() ? "" : " Steps earned: " + steps(team.steps()));
        var people = team.consenting().stream()
                .limit(MOST_PEOPLE)
                .map(one -> one.member().mention() + " " + one.ended())
                .collect(Collectors.joining(", "));
        var more = team.consenting().size() > MOST_PEOPLE ? ", and more" : "";
        return List.of(
                divider(),
                section(it -> it.text(markdownText("*The team's practice*\n" + words
                        + (people.isEmpty() ? "" : "\nDrills of those who let you see them: " + people + more)))));
    }
}
