package dev.cowork.training;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.cowork.playbook.Opening;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A closed session as a drill, to be read, mended and approved before anybody practises it.
final class MakeModal {
    static final String CALLBACK = "drill_make_form";
    static final String KIND = "kind";
    static final String TEMPER = "temper";
    /// What is written, by block, with its label and hint.
    static final List<Entry> ENTRIES = List.of(
            new Entry("title", "Title", "A few words by which it is found."),
            new Entry("situation", "Situation", "What the trainee knows of the case."),
            new Entry("says", "What the customer writes", "Their first message, in their own way of speaking."),
            new Entry("goal", "What the customer wants", "In their words: I want…"),
            new Entry("history", "Their history with us", "What they mention when asked."),
            new Entry("unsaid", "Not said yet", "What they only say when somebody asks the right question."),
            new Entry("reply", "A good reply", "Shown at the end, to compare."));

    private MakeModal() {}

    record Entry(String block, String label, String hint) {}

    static View of(UUID session, MakingDrill.Suggested suggested, List<Opening> kinds) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(it -> it.text(
                markdownText("*Everybody in this workspace can practise it.* Nobody must be" + " recognised in it. "
                        + takenOut(suggested) + "Read every line, change what you like, then approve."))));
        blocks.add(input(block -> block.blockId(KIND)
                .label(plainText("Kind"))
                .element(staticSelect(select -> select.actionId(KIND)
                        .options(kinds.stream().map(MakeModal::kind).toList())
                        .initialOption(kind(kinds.getFirst()))))));
        blocks.add(input(block -> block.blockId(TEMPER)
                .label(plainText("Temper at the start"))
                .element(staticSelect(select -> select.actionId(TEMPER)
                        .options(IntStream.rangeClosed(1, 5)
                                .mapToObj(it -> level(it))
                                .toList())
                        .initialOption(level(3))))));
        ENTRIES.forEach(entry -> blocks.add(text(entry, value(entry, suggested))));
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .privateMetadata(session.toString())
                .title(viewTitle(title -> title.type("plain_text").text("Make a drill")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Approve")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    private static String takenOut(MakingDrill.Suggested suggested) {
        return suggested.found().isEmpty()
                ? ""
                : "Taken out already: "
                        + suggested.found().stream()
                                .limit(5)
                                .map(trace -> trace.kind().named())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ". ";
    }

    private static String value(Entry entry, MakingDrill.Suggested suggested) {
        return switch (entry.block()) {
            case "situation" -> suggested.situation();
            case "says" -> suggested.firstWords();
            case "goal" -> suggested.goal();
            default -> "";
        };
    }

    private static LayoutBlock text(Entry entry, String value) {
        return input(block -> block.blockId(entry.block())
                .label(plainText(entry.label()))
                .hint(plainText(entry.hint()))
                .element(plainTextInput(field -> field.actionId(entry.block())
                        .multiline(!entry.block().equals("title"))
                        .maxLength(entry.block().equals("title") ? 60 : MakingDrill.LONGEST)
                        .initialValue(value.isBlank() ? null : SlackText.cut(value, MakingDrill.LONGEST)))));
    }

    private static OptionObject kind(Opening opening) {
        return option(plainText(SlackText.cut(opening.name(), 75)), opening.id());
    }

    private static OptionObject level(int temper) {
        return option(plainText(temper + " · " + CustomerLines.mood(new Temper(temper))), String.valueOf(temper));
    }
}
