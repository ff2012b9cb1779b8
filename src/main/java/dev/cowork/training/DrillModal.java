package dev.cowork.training;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.radioButtons;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which drill, and which way to practise it.
final class DrillModal {
    static final String CALLBACK = "drill_start";
    static final String DRILL = "drill";
    static final String WAY = "way";
    static final String OWN = "drill_own";
    static final String MADE = "drill_made";
    private static final int MOST = 100;
    private static final OptionObject COACHED =
            option(plainText("Coached: you think, I ask, hint and, only then, tell"), DrillRun.Way.COACHED.name());
    private static final OptionObject ROLE_PLAY =
            option(plainText("Role-play: I am the customer, with a temper"), DrillRun.Way.ROLE_PLAY.name());

    private DrillModal() {}

    /// @param chosen the drill that stands there already, where the shelf has it; else the first
    static View of(List<Drill> drills, Map<String, String> kinds, Optional<String> chosen) {
        var options =
                drills.stream().limit(MOST).map(drill -> choice(drill, kinds)).toList();
        var first = options.stream()
                .filter(option -> chosen.filter(option.getValue()::equals).isPresent())
                .findFirst()
                .orElse(options.getFirst());
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("Training")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Start")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(
                        section(block -> block.text(
                                markdownText("You practise in your direct messages with me: nobody else reads it."))),
                        input(block -> block.blockId(DRILL)
                                .label(plainText("Drill"))
                                .element(staticSelect(select ->
                                        select.actionId(DRILL).options(options).initialOption(first)))),
                        input(block -> block.blockId(WAY)
                                .label(plainText("How do you want to practise?"))
                                .element(radioButtons(radio -> radio.actionId(WAY)
                                        .options(List.of(COACHED, ROLE_PLAY))
                                        .initialOption(COACHED)))),
                        actions(block -> block.elements(asElements(
                                button(press -> press.actionId(OWN).text(plainText("Practise a case of my own"))),
                                button(press -> press.actionId(MADE).text(plainText("Drills from sessions")))))))));
    }

    private static OptionObject choice(Drill drill, Map<String, String> kinds) {
        var kind = kinds.getOrDefault(drill.kind(), "Other");
        return option(plainText(SlackText.cut(kind + " · " + drill.title(), 75)), drill.id());
    }
}
