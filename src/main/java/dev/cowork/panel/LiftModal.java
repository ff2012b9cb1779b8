package dev.cowork.panel;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.view.View;
import java.util.List;

/// Asks why a block is lifted.
final class LiftModal {
    static final String CALLBACK = "panel_lift_form";
    static final String REASON = "reason";
    static final int LONGEST = 500;

    private LiftModal() {}

    static View of(Blocked block) {
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .privateMetadata(block.id().toString())
                .title(viewTitle(title -> title.type("plain_text").text("Lift the block")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Lift it")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(
                        section(text -> text.text(markdownText(PanelText.inline(block.what(), 500) + "\n> “"
                                + PanelText.inline(block.quote(), 1_500) + "”"))),
                        input(field -> field.blockId(REASON)
                                .label(plainText("Why may it be done this time?"))
                                .hint(plainText("Everybody in the thread reads it. Who lifted it, when and by which"
                                        + " clause goes into the audit."))
                                .element(plainTextInput(text ->
                                        text.actionId(REASON).multiline(true).maxLength(LONGEST)))))));
    }
}
