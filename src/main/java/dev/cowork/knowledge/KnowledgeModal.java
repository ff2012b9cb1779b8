package dev.cowork.knowledge;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.model.view.Views;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Bringing knowledge in, what is there, and a passage to be read.
final class KnowledgeModal {
    static final String ADD = "knowledge_add";
    static final String FILES = "files";
    static final String NAME = "name";
    static final String TEXT = "text";
    static final String KIND = "kind";
    static final String INTERNAL = "internal";
    static final String YES = "yes";
    static final int MOST_LISTED = 40;

    private KnowledgeModal() {}

    static View add() {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(input(it -> it.blockId(FILES)
                .optional(true)
                .label(plainText("Files"))
                .hint(plainText("Markdown or plain text. A file of the same name is replaced."))
                .element(FileInputElement.builder()
                        .actionId(FILES)
                        .filetypes(List.of("md", "markdown", "txt", "text"))
                        .maxFiles(10)
                        .build())));
        blocks.add(input(it -> it.blockId(NAME)
                .optional(true)
                .label(plainText("Or write a text: its name"))
                .element(plainTextInput(field -> field.actionId(NAME)
                        .maxLength(NewFile.LONGEST_PATH - 3)
                        .placeholder(plainText("returns.md"))))));
        blocks.add(input(it -> it.blockId(TEXT)
                .optional(true)
                .label(plainText("The text"))
                .element(plainTextInput(
                        field -> field.actionId(TEXT).multiline(true).maxLength(3000)))));
        blocks.add(input(it -> it.blockId(KIND)
                .label(plainText("Kind"))
                .element(staticSelect(field -> field.actionId(KIND)
                        .initialOption(option(plainText(KnowledgeKind.POLICY.shown()), KnowledgeKind.POLICY.word()))
                        .options(Arrays.stream(KnowledgeKind.values())
                                .map(kind -> option(plainText(kind.shown()), kind.word()))
                                .toList())))));
        blocks.add(input(it -> it.blockId(INTERNAL)
                .optional(true)
                .label(plainText("For whom"))
                .hint(plainText("The partner may know internal texts; drafts must not have words of them."))
                .element(checkboxes(field -> field.actionId(INTERNAL)
                        .options(List.of(option(plainText("Internal: never for customers"), YES)))))));
        return Views.view(it -> it.type("modal")
                .callbackId(ADD)
                .title(title("Add knowledge"))
                .submit(ViewSubmit.builder().type("plain_text").text("Add").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(blocks));
    }

    static View list(List<Knowledge.File> files) {
        var blocks = new ArrayList<LayoutBlock>();
        if (files.isEmpty()) {
            blocks.add(text("Nothing is here. `Add knowledge` in App Home brings files in."));
        }
        for (var file : files.subList(0, Math.min(MOST_LISTED, files.size()))) {
            var words = KnowledgeCard.line(file) + "\n" + from(file);
            blocks.add(text(words));
            if (file.isOwn()) {
                var number = blocks.size();
                blocks.add(actions(it -> it.blockId("remove" + number)
                        .elements(List.of(button(press -> press.actionId(KnowledgeCard.ACTION + ":remove")
                                .text(plainText("Remove"))
                                .value(file.path())
                                .confirm(confirmationDialog(ask -> ask.title(plainText("Remove this file?"))
                                        .text(plainText("Its passages are not found or cited any more."))
                                        .confirm(plainText("Remove"))
                                        .deny(plainText("Keep")))))))));
            }
        }
        if (files.size() > MOST_LISTED) {
            var more = "and " + (files.size() - MOST_LISTED) + " more";
            blocks.add(context(it -> it.elements(List.of(markdownText(more)))));
        }
        return shown("Company knowledge", blocks);
    }

    private static String from(Knowledge.File file) {
        return switch (file.from()) {
            case NewFile.FOLDER -> "from the folder; change it there";
            case NewFile.API -> file.isOwn() ? "from a program" : "from a program, for every workspace";
            default -> "brought by <@" + file.from() + ">";
        };
    }

    /// A passage to be read, as it stands.
    static View of(Passage passage) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(text("*" + SlackText.escaped(SlackText.cut(passage.heading(), 300)) + "*"));
        blocks.add(text(SlackText.cut(SlackText.escaped(SlackText.unlinked(passage.words())), 3000)));
        var about = (passage.isInternal() ? ":lock: Internal: never for customers · " : "") + "`"
                + SlackText.escaped(SlackText.cut(passage.path(), 200).replace('`', '\'')) + "` · " + passage.ref();
        blocks.add(context(it -> it.elements(List.of(markdownText(about)))));
        return shown("From our knowledge", blocks);
    }

    private static View shown(String title, List<LayoutBlock> blocks) {
        return Views.view(it -> it.type("modal")
                .title(title(title))
                .privateMetadata("knowledge")
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(blocks));
    }

    private static ViewTitle title(String words) {
        return ViewTitle.builder().type("plain_text").text(words).build();
    }

    private static LayoutBlock text(String markdown) {
        return section(it -> it.text(markdownText(SlackText.cut(markdown, 3000))));
    }
}
