package dev.cowork.insight;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.privacy.Anonymised;
import dev.cowork.privacy.Trace;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where a tip gets its last words before a channel reads it: who will read it, what was taken out, and the words.
final class TipModal {
    static final String SHARE = "tip_share_form";
    static final String EDIT = "tip_edit_form";
    static final String MEND = "tip_mend";
    private static final int MOST_NAMED = 5;

    private TipModal() {}

    /// @param tip goes into the field without what was found in it; what was found is named above
    static View of(String callbackId, TipForm.Hidden hidden, Anonymised tip, String channel) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(it -> it.text(markdownText(whoReads(callbackId, TipCard.shown(channel))
                + " with your name*, for everybody in that channel. No customer should be recognised in it."))));
        if (!tip.isClean()) {
            blocks.add(section(it -> it.text(markdownText(SlackText.cut(takenOut(tip.found()), 3000)))));
        }
        blocks.add(input(it -> it.blockId(hidden.blockId())
                .label(plainText("Tip"))
                .hint(plainText("What would help a colleague next time? At most 1000 characters."))
                .element(plainTextInput(field -> field.actionId("words")
                        .multiline(true)
                        .maxLength(TipText.LONGEST)
                        .initialValue(tip.text().isBlank() ? null : TipText.cut(tip.text()))))));
        blocks.add(actions(it -> it.elements(
                asElements(button(press -> press.actionId(MEND).text(plainText("Take out names and numbers")))))));
        return modal(callbackId, hidden, blocks);
    }

    private static View modal(String callbackId, TipForm.Hidden hidden, List<LayoutBlock> blocks) {
        var isShared = callbackId.equals(SHARE);
        return view(view -> view.type("modal")
                .callbackId(callbackId)
                .privateMetadata(hidden.toString())
                .title(viewTitle(it -> it.type("plain_text").text(isShared ? "Share a tip" : "Edit the tip")))
                .submit(viewSubmit(it -> it.type("plain_text").text(isShared ? "Share tip" : "Save")))
                .close(viewClose(it -> it.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    private static String whoReads(String callbackId, String channel) {
        return callbackId.equals(SHARE)
                ? "*Goes to " + channel
                : "Saving shares nothing yet. *Once you share it, it goes to " + channel;
    }

    private static String takenOut(List<Trace> found) {
        return found.stream()
                .limit(MOST_NAMED)
                .map(trace -> "“" + SlackText.escaped(SlackText.cut(trace.text(), 80)) + "” ("
                        + trace.kind().named() + ")")
                .collect(Collectors.joining(", ", "Taken out: ", more(found) + ". Read it once more."));
    }

    private static String more(List<Trace> found) {
        return found.size() > MOST_NAMED ? " and " + (found.size() - MOST_NAMED) + " more" : "";
    }
}
