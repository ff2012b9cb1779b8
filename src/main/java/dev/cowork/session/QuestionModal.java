package dev.cowork.session;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import java.util.List;
import java.util.Map;

/// One question, to be answered.
final class QuestionModal {
    static final String CALLBACK = "question_answer";
    static final String QUESTION = "question";
    static final String ANSWER = "answer";

    private QuestionModal() {}

    static View of(AskedQuestion question) {
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("Answer")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Answer")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(
                        Hidden.of(Map.of(QUESTION, question.id().toString())).json())
                .blocks(List.of(
                        section(block -> block.text(plainText(SlackText.cut(question.words(), 2900)))),
                        input(block -> block.blockId(ANSWER)
                                .label(plainText("Your answer"))
                                .hint(plainText("If nobody knows, say so: that is an answer too."))
                                .element(plainTextInput(field ->
                                        field.actionId(ANSWER).multiline(true).maxLength(3000)))))));
    }
}
