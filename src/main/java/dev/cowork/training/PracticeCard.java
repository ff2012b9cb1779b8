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
                : drills(own.ended()) + " so far." + lately(own.steps()) + "\n" + whoSees(own.isShown());
        var press = button(it -> it.actionId(CONSENT)
                .text(plainText(own.isShown() ? "Hide my practice" : "Let supervisors see it"))
                .value(own.isShown() ? "no" : "yes"));
        return List.of(
                divider(),
                section(it -> it.text(markdownText("*Your practice*\n" + words))),
                actions(it -> it.elements(asElements(
                        button(start -> start.actionId("drill_choose").text(plainText("Practise a drill"))), press))));
    }

    private static String whoSees(boolean isShown) {
        return isShown
                ? "Supervisors see with your name how many, and how often you earned each step; never what you wrote."
                : "Nobody else sees how they went. If you let supervisors see it, they see how many, and how often you"
                        + " earned each step; never what you wrote.";
    }

    private static String lately(List<PracticeBook.Earned> steps) {
        return steps.isEmpty() ? "" : " Steps you earned in the last 90 days: " + steps(steps) + ".";
    }

    private static String drills(long ended) {
        return ended == 1 ? "1 drill" : ended + " drills";
    }

    private static String steps(List<PracticeBook.Earned> steps) {
        return steps.stream()
                .map(step -> step.step() + " " + step.percent() + "%")
                .collect(Collectors.joining(", "));
    }

    public static List<LayoutBlock> team(PracticeBook.Team team) {
        var words = team.people() == 0
                ? "Shown once five people have practised in the last 90 days, so that nobody can be picked out."
                : team.people() + " people practised in the last 90 days."
                        + (team.steps().isEmpty() ? "" : " Steps earned: " + steps(team.steps()));
        var people = team.consenting().stream()
                .limit(MOST_PEOPLE)
                .map(one -> "\n• " + one.member().mention() + ": " + drills(one.ended())
                        + (one.steps().isEmpty() ? "" : " · " + steps(one.steps())))
                .collect(Collectors.joining());
        var more = team.consenting().size() > MOST_PEOPLE ? "\nand more" : "";
        return List.of(
                divider(),
                section(it -> it.text(markdownText("*The team's practice*\n" + words
                        + (people.isEmpty() ? "" : "\nThose who let you see theirs:" + people + more)))));
    }
}
