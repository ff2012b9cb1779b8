package dev.cowork.training;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import com.slack.api.model.view.Views;
import dev.cowork.playbook.Opening;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A closed session as a drill, to be read, mended and approved before anybody practises it.
final class MakeModal {
    static final String CALLBACK = "drill_make_form";
    static final String KIND = "kind";
    static final String TEMPER = "temper";
    static final String WITHDRAW = "withdraw";
    static final String CHANGE = "drill_change";
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

    /// @param values what stands in the fields, by block
    private record Filled(Map<String, String> values, String kind, int temper) {}

    /// What the form carries along: the session, and whether its drill is there already.
    record Hidden(UUID session, boolean isThere) {
        static Hidden read(String hidden) {
            var parts = hidden.split(":", 2);
            return new Hidden(UUID.fromString(parts[0]), parts.length == 2);
        }

        @Override
        public String toString() {
            return session + (isThere ? ":there" : "");
        }
    }

    static View of(UUID session, MakingDrill.Suggested suggested, List<Opening> kinds) {
        var filled = new Filled(
                Map.of(
                        "situation", suggested.situation(),
                        "says", suggested.firstWords(),
                        "goal", suggested.goal()),
                "",
                3);
        return view("Make a drill", new Hidden(session, false), takenOut(suggested), filled, kinds, List.of());
    }

    /// A drill that is there, to be changed or taken back.
    static View again(MadeDrill made, List<Opening> kinds) {
        var drill = made.drill();
        var filled = new Filled(
                Map.of(
                        "title", drill.title(),
                        "situation", drill.situation(),
                        "says", drill.firstWords(),
                        "goal", drill.goal(),
                        "history", drill.history(),
                        "unsaid", drill.unsaid(),
                        "reply", drill.goodReply()),
                drill.kind(),
                drill.temper().value());
        var withdraw = input(block -> block.blockId(WITHDRAW)
                .label(plainText("Take it back"))
                .optional(true)
                .element(checkboxes(boxes -> boxes.actionId(WITHDRAW)
                        .options(List.of(
                                option(plainText("Withdraw this drill: nobody can begin it any more"), WITHDRAW))))));
        return view(
                "Change the drill",
                new Hidden(made.session(), true),
                made.isOffered() ? "" : "It is withdrawn; approving brings it back. ",
                filled,
                kinds,
                made.isOffered() ? List.of(withdraw) : List.of());
    }

    /// The drills made from sessions that somebody may change.
    static View all(List<MadeDrill> drills) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(it -> it.text(markdownText(
                drills.isEmpty()
                        ? "There is none that you may change. Press `Make a drill` under the debrief of a session"
                                + " you worked on."
                        : "Drills that were made from closed sessions."))));
        drills.forEach(made -> blocks.add(section(it -> it.text(markdownText("*" + SlackText.escaped(made.title())
                        + "*\nApproved by " + made.approvedBy().mention()))
                .accessory(button(press -> press.actionId(CHANGE)
                        .text(plainText("Change or withdraw"))
                        .value(made.session().toString()))))));
        return Views.view(it -> it.type("modal")
                .title(viewTitle(title -> title.type("plain_text").text("Drills from sessions")))
                .close(viewClose(close -> close.type("plain_text").text("Close")))
                .blocks(blocks));
    }

    private static View view(
            String title, Hidden hidden, String note, Filled filled, List<Opening> kinds, List<LayoutBlock> below) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(it ->
                it.text(markdownText("*Everybody in this workspace can practise it.* Nobody must be recognised in it. "
                        + note + "Read every line, change what you like, then approve."))));
        blocks.add(input(block -> block.blockId(KIND)
                .label(plainText("Kind"))
                .element(staticSelect(select -> select.actionId(KIND)
                        .options(kinds.stream().map(MakeModal::kind).toList())
                        .initialOption(kind(kinds.stream()
                                .filter(kind -> kind.id().equals(filled.kind()))
                                .findFirst()
                                .orElse(kinds.getFirst())))))));
        blocks.add(input(block -> block.blockId(TEMPER)
                .label(plainText("Temper at the start"))
                .element(staticSelect(select -> select.actionId(TEMPER)
                        .options(IntStream.rangeClosed(1, 5)
                                .mapToObj(it -> level(it))
                                .toList())
                        .initialOption(level(filled.temper()))))));
        ENTRIES.forEach(entry -> blocks.add(text(entry, filled.values().getOrDefault(entry.block(), ""))));
        blocks.addAll(below);
        return Views.view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .privateMetadata(hidden.toString())
                .title(viewTitle(head -> head.type("plain_text").text(title)))
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
