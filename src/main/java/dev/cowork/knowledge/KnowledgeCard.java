package dev.cowork.knowledge;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;

/// What is to be seen of the knowledge: what is there, as a part of App Home, and the buttons by which a passage is
/// read.
public final class KnowledgeCard {
    static final String ACTION = "knowledge";
    static final String READ = "knowledge_read";
    private static final int MOST_FILES = 12;
    private static final int MOST_BUTTONS = 5;
    private static final int LONGEST = 2900;

    private KnowledgeCard() {}

    /// For those who keep it.
    public static List<LayoutBlock> of(List<Knowledge.File> files) {
        var buttons = new ArrayList<BlockElement>();
        buttons.add(add());
        if (!files.isEmpty()) {
            buttons.add(press("What is there", "list"));
        }
        return List.of(
                divider(),
                section(it -> it.text(markdownText(SlackText.cut(summary(files), LONGEST)))),
                actions(it -> it.blockId(ACTION).elements(buttons)));
    }

    /// The way to bring something in.
    public static ButtonElement add() {
        return press("Add knowledge", "add");
    }

    private static String summary(List<Knowledge.File> files) {
        if (files.isEmpty()) {
            return "*Company knowledge*\nNothing is here yet, so I know no policy and say so. Add policies, articles, your"
                    + " tone of voice, examples of good answers or forbidden words, as Markdown or text.";
        }
        var lines = new ArrayList<String>();
        lines.add("*Company knowledge*");
        files.stream().limit(MOST_FILES).map(KnowledgeCard::line).forEach(lines::add);
        if (files.size() > MOST_FILES) {
            lines.add("and " + (files.size() - MOST_FILES) + " more");
        }
        return String.join("\n", lines);
    }

    /// `returns.md · Policy · 8 passages · version 2`.
    static String line(Knowledge.File file) {
        return "`" + SlackText.escaped(SlackText.cut(file.path(), 80).replace('`', '\'')) + "` · " + file.kind()
                + (file.isInternal() ? " · internal" : "")
                + " · " + file.passages() + (file.passages() == 1 ? " passage" : " passages")
                + " · version " + file.version();
    }

    /// One button for each passage, under what cites them; none where there are none.
    public static List<LayoutBlock> toRead(List<Passage> passages) {
        var buttons = new ArrayList<BlockElement>();
        for (var passage : passages.subList(0, Math.min(MOST_BUTTONS, passages.size()))) {
            var number = buttons.size();
            buttons.add(button(it -> it.actionId(READ + ":" + number)
                    .text(plainText(SlackText.cut("Read: " + passage.shortHeading(), 75)))
                    .value(passage.ref())));
        }
        return buttons.isEmpty() ? List.of() : List.of(actions(it -> it.elements(buttons)));
    }

    static Message note(String words) {
        return Message.of(words, List.of(section(it -> it.text(markdownText(SlackText.cut(words, LONGEST))))));
    }

    /// What became of a file, for who brought it.
    static Message of(Brought brought) {
        return note(
                switch (brought) {
                    case Brought.Taken it ->
                        "`%s` is in the knowledge now: %s, version %d, %d %s."
                                .formatted(
                                        name(it.path()),
                                        it.kind().shown().toLowerCase(java.util.Locale.ROOT),
                                        it.version(),
                                        it.passages(),
                                        it.passages() == 1 ? "passage" : "passages");
                    case Brought.Unchanged(String path) ->
                        "`" + name(path) + "` is in the knowledge already, word for word.";
                    case Brought.Refused(String path, String why) ->
                        "`" + name(path) + "` was not taken into the knowledge. " + SlackText.escaped(why);
                });
    }

    static Message removed(String path, boolean isGone) {
        return note("`" + name(path) + (isGone ? "` is no longer in the knowledge." : "` was removed already."));
    }

    private static String name(String path) {
        return SlackText.escaped(SlackText.cut(path, 100).replace('`', '\''));
    }

    private static ButtonElement press(String label, String what) {
        return button(it -> it.actionId(ACTION + ":" + what).text(plainText(label)));
    }
}
