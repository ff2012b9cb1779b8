package dev.cowork.session;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The ledger to be corrected: each fact's words and how sure we are of it, and room for a new one.
final class FactsModal {
    static final String CALLBACK = "facts_edit";
    static final String SESSION = "session";
    static final String NEW_WORDS = "words:new";
    static final String NEW_STANDING = "standing:new";
    private static final String WORDS = "words:";
    private static final String STANDING = "standing:";
    private static final String REMOVE = "remove";
    /// A modal of Slack takes 100 blocks; each fact needs two.
    private static final int MOST = 45;

    private static final int LONGEST = 3000;

    private FactsModal() {}

    /// What was entered for one fact.
    ///
    /// @param standing empty where it is to be removed
    record Entry(String words, Optional<Standing> standing) {}

    static View of(Session session, List<Fact> facts) {
        var shown = facts.subList(Math.max(0, facts.size() - MOST), facts.size());
        var blocks = new ArrayList<LayoutBlock>();
        for (var number = 1; number <= shown.size(); number++) {
            words(blocks, number, shown.get(number - 1));
            standing(blocks, number, shown.get(number - 1));
        }
        if (shown.size() < facts.size()) {
            var more = facts.size() - shown.size();
            blocks.add(context(block ->
                    block.elements(List.of(markdownText("The newest " + MOST + "; " + more + " are older.")))));
        }
        if (!blocks.isEmpty()) {
            blocks.add(divider());
        }
        blocks.add(input(block -> block.blockId(NEW_WORDS)
                .label(plainText("A new fact"))
                .optional(true)
                .element(plainTextInput(
                        field -> field.actionId(NEW_WORDS).multiline(true).maxLength(LONGEST)))));
        blocks.add(input(block -> block.blockId(NEW_STANDING)
                .label(plainText("How sure is it?"))
                .optional(true)
                .element(staticSelect(select -> select.actionId(NEW_STANDING)
                        .placeholder(plainText("Choose"))
                        .options(standings())))));
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("What we know")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(
                        Hidden.of(Map.of(SESSION, session.id().toString())).json())
                .blocks(blocks));
    }

    private static void words(List<LayoutBlock> blocks, int number, Fact fact) {
        var id = blockOf(fact);
        blocks.add(input(block -> block.blockId(id)
                .label(plainText("Fact " + number))
                .optional(true)
                .element(plainTextInput(field ->
                        field.actionId(id).multiline(true).maxLength(LONGEST).initialValue(shown(fact))))));
    }

    private static void standing(List<LayoutBlock> blocks, int number, Fact fact) {
        var id = STANDING + fact.id();
        var options = Stream.concat(
                        standings().stream(), Stream.of(BlockCompositions.option(plainText("Remove it"), REMOVE)))
                .toList();
        blocks.add(input(block -> block.blockId(id)
                .label(plainText("How sure is fact " + number + "?"))
                .element(staticSelect(select -> select.actionId(id)
                        .placeholder(plainText("Choose"))
                        .options(options)
                        .initialOption(option(fact.standing()))))));
    }

    private static List<OptionObject> standings() {
        return Arrays.stream(Standing.values()).map(FactsModal::option).toList();
    }

    private static OptionObject option(Standing standing) {
        return BlockCompositions.option(plainText(standing.shown()), standing.word());
    }

    /// The words as the form shows them.
    static String shown(Fact fact) {
        return SlackText.cut(fact.statement().strip(), LONGEST);
    }

    static String blockOf(Fact fact) {
        return WORDS + fact.id();
    }

    /// What was entered for the fact; empty where the form does not show it.
    static Optional<Entry> entry(Inbound.Form form, Fact fact) {
        return form.values().containsKey(STANDING + fact.id())
                ? Optional.of(new Entry(
                        form.value(blockOf(fact)),
                        form.value(blockOf(fact)).isEmpty()
                                ? Optional.empty()
                                : Standing.of(form.value(STANDING + fact.id()))))
                : Optional.empty();
    }
}
