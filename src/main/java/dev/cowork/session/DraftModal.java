package dev.cowork.session;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.Inbound;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The draft to be edited by hand. A field of Slack takes 3,000 characters: what is longer stands in several.
final class DraftModal {
    static final String CALLBACK = "draft_edit";
    private static final String PART = "words_";
    private static final int LONGEST = 3000;
    /// Leaves room in each field to write more.
    private static final int PIECE = 2500;

    private DraftModal() {}

    static View of(Draft draft) {
        var pieces = CardText.pieces(draft.words(), PIECE);
        var blocks = new ArrayList<LayoutBlock>();
        for (var part = 0; part < Math.min(pieces.size(), 90); part++) {
            var id = PART + part;
            var piece = pieces.get(part);
            var label = pieces.size() == 1 ? "Draft" : "Draft, part " + (part + 1) + " of " + pieces.size();
            blocks.add(input(block -> block.blockId(id)
                    .label(plainText(label))
                    .optional(pieces.size() > 1)
                    .element(plainTextInput(field -> field.actionId(id)
                            .multiline(true)
                            .maxLength(LONGEST)
                            .initialValue(piece)))));
        }
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("Edit the draft")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(
                        Hidden.of(Map.of("draft", draft.id().toString())).json())
                .blocks(blocks));
    }

    /// The words as edited.
    static String read(Inbound.Form form) {
        return IntStream.range(0, form.values().size())
                .mapToObj(part -> form.value(PART + part))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /// The block an error stands beside.
    static String firstBlock() {
        return PART + 0;
    }
}
