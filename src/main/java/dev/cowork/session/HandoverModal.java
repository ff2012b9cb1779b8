package dev.cowork.session;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.usersSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.view.View;
import java.util.List;
import java.util.Map;

/// Asks who takes a session over.
final class HandoverModal {
    static final String CALLBACK = "session_handover";
    static final String SESSION = "session";
    static final String TO = "to";
    static final String NOTE = "note";

    private HandoverModal() {}

    static View of(Session session) {
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("Hand over")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Hand over")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(
                        Hidden.of(Map.of(SESSION, session.id().toString())).json())
                .blocks(List.of(
                        section(block -> block.text(markdownText("A summary for the new owner is posted in the thread."
                                + " Whoever had the session stays a member of it."))),
                        input(block -> block.blockId(TO)
                                .label(plainText("New owner"))
                                .element(usersSelect(
                                        select -> select.actionId(TO).placeholder(plainText("Choose a person"))))),
                        input(block -> block.blockId(NOTE)
                                .label(plainText("Note"))
                                .hint(plainText("What the new owner should do first."))
                                .optional(true)
                                .element(plainTextInput(field ->
                                        field.actionId(NOTE).multiline(true).maxLength(1000)))))));
    }
}
