package dev.cowork.session;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.view.View;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks how a session ended.
final class CloseModal {
    static final String CALLBACK = "session_close";
    static final String SESSION = "session";
    static final String OUTCOME = "outcome";
    static final String NOTE = "note";
    static final String CONFIDENCE = "confidence";
    static final String FIRST_CONTACT = "first_contact";
    static final String YES = "yes";
    private static final String NO = "no";

    private CloseModal() {}

    /// Empty where it was left open.
    static Optional<Boolean> firstContact(String chosen) {
        return Optional.of(chosen).filter(it -> !it.isEmpty()).map(YES::equals);
    }

    static View of(Session session) {
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("Close session")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Close session")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(
                        Hidden.of(Map.of(SESSION, session.id().toString())).json())
                .blocks(List.of(
                        input(block -> block.blockId(OUTCOME)
                                .label(plainText("How did it end?"))
                                .element(staticSelect(select -> select.actionId(OUTCOME)
                                        .placeholder(plainText("Choose"))
                                        .options(Arrays.stream(Outcome.values())
                                                .map(outcome -> option(plainText(outcome.shown()), outcome.word()))
                                                .toList())))),
                        input(block -> block.blockId(NOTE)
                                .label(plainText("Note"))
                                .hint(plainText("What the debrief should know: what the customer said in the end."))
                                .optional(true)
                                .element(plainTextInput(field ->
                                        field.actionId(NOTE).multiline(true).maxLength(3000)))),
                        input(block -> block.blockId(FIRST_CONTACT)
                                .label(plainText("Did your first answer to the customer settle it?"))
                                .optional(true)
                                .element(staticSelect(select -> select.actionId(FIRST_CONTACT)
                                        .placeholder(plainText("Choose"))
                                        .options(List.of(
                                                option(plainText("Yes"), YES),
                                                option(plainText("No, it took more"), NO)))))),
                        input(block -> block.blockId(CONFIDENCE)
                                .label(plainText("How sure are you of handling the next one like it alone?"))
                                .optional(true)
                                .element(staticSelect(select -> select.actionId(CONFIDENCE)
                                        .placeholder(plainText("Choose"))
                                        .options(ScaleModal.OPTIONS)))))));
    }
}
