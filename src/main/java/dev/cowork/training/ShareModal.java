package dev.cowork.training;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.conversationsSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.view.View;
import java.util.List;

/// Where a scorecard is to be shared.
final class ShareModal {
    static final String CALLBACK = "drill_share_form";
    static final String WHERE = "where";

    private ShareModal() {}

    static View of(RunKey run) {
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .privateMetadata(run.toString())
                .title(viewTitle(title -> title.type("plain_text").text("Share scorecard")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Share")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(input(block -> block.blockId(WHERE)
                        .label(plainText("Share with"))
                        .hint(plainText("They see every step with your sentences, and your name."))
                        .element(conversationsSelect(
                                select -> select.actionId(WHERE).placeholder(plainText("Choose"))))))));
    }
}
