package dev.cowork.insight;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.block.element.BlockElements.usersSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;

/// The forms about gaps: which one, what becomes of it, and noting one by hand.
final class GapModal {
    static final String SETTLE = "gap_form";
    static final String NOTE = "gap_note_form";
    static final String KEEPER = "keeper";
    static final String ARTICLE = "article";
    static final String LINK = "link";
    static final String DROP = "drop";
    static final String KIND = "kind";
    static final String QUESTION = "question";
    static final String POLICY = "policy";
    static final int MOST = 40;

    private GapModal() {}

    /// All that is open, what hurts most first.
    static View all(List<Gaps.Counted> gaps) {
        var blocks = new ArrayList<LayoutBlock>();
        if (gaps.isEmpty()) {
            blocks.add(section(it -> it.text(markdownText("Nothing is missing that anybody noted."))));
        }
        gaps.stream()
                .limit(MOST)
                .forEach(counted -> blocks.add(section(it -> it.text(markdownText(line(counted)))
                        .accessory(button(press -> press.actionId(GapCard.OPEN)
                                .text(plainText("Assign or answer"))
                                .value(counted.gap().key().id().toString()))))));
        return view(it -> it.type("modal")
                .title(viewTitle(title -> title.type("plain_text").text("Knowledge gaps")))
                .close(viewClose(close -> close.type("plain_text").text("Close")))
                .blocks(blocks));
    }

    private static String line(Gaps.Counted counted) {
        var gap = counted.gap();
        return (gap.isPolicy() ? "*Policy* " : "*Knowledge* ")
                + SlackText.escaped(SlackText.cut(gap.question().replaceAll("\\s+", " "), 400)) + "\n"
                + (counted.times() == 1 ? "Hurt 1 session" : "Hurt " + counted.times() + " sessions")
                + gap.keeper().map(keeper -> " · with " + keeper.mention()).orElse("");
    }

    /// Whom it goes to, or what answers it.
    static View settle(Gap gap) {
        return view(it -> it.type("modal")
                .callbackId(SETTLE)
                .privateMetadata(gap.key().id().toString())
                .title(viewTitle(title -> title.type("plain_text").text("Knowledge gap")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(
                        section(block -> block.text(markdownText(">"
                                + SlackText.escaped(SlackText.cut(gap.question().replaceAll("\\s+", " "), 1000))
                                + gap.keeper()
                                        .map(keeper -> "\nWith " + keeper.mention() + " so far.")
                                        .orElse("")))),
                        input(block -> block.blockId(ARTICLE)
                                .label(plainText("Article that answers it"))
                                .hint(plainText("Its title. With it the gap is closed and whoever found it is told."))
                                .optional(true)
                                .element(plainTextInput(
                                        field -> field.actionId(ARTICLE).maxLength(200)))),
                        input(block -> block.blockId(LINK)
                                .label(plainText("Its address"))
                                .optional(true)
                                .element(plainTextInput(
                                        field -> field.actionId(LINK).maxLength(500)))),
                        input(block -> block.blockId(KEEPER)
                                .label(plainText("Or who is to answer it"))
                                .optional(true)
                                .element(usersSelect(
                                        select -> select.actionId(KEEPER).placeholder(plainText("Choose a person"))))),
                        input(block -> block.blockId(DROP)
                                .label(plainText("Or take it off the list"))
                                .optional(true)
                                .element(checkboxes(boxes -> boxes.actionId(DROP)
                                        .options(List.of(option(plainText("It needs no answer"), DROP)))))))));
    }

    /// By hand, of a closed session.
    static View note(SessionKey session) {
        return view(it -> it.type("modal")
                .callbackId(NOTE)
                .privateMetadata(session.toString())
                .title(viewTitle(title -> title.type("plain_text").text("Note a gap")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Note it")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(
                        input(block -> block.blockId(KIND)
                                .label(plainText("What was it?"))
                                .element(staticSelect(select -> select.actionId(KIND)
                                        .options(List.of(
                                                option(plainText("Knowledge that was missing"), "knowledge"),
                                                option(plainText("A policy that is not clear"), POLICY)))
                                        .initialOption(option(plainText("Knowledge that was missing"), "knowledge"))))),
                        input(block -> block.blockId(QUESTION)
                                .label(plainText("Which question should somebody answer?"))
                                .hint(plainText(
                                        "It goes to whoever keeps the knowledge, and you are told when it is answered."
                                                + " Names and numbers are taken out."))
                                .element(plainTextInput(field ->
                                        field.actionId(QUESTION).multiline(true).maxLength(500)))))));
    }
}
