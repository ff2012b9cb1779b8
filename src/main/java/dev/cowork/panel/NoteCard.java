package dev.cowork.panel;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.List;

/// One plain line for one person.
final class NoteCard {
    private NoteCard() {}

    static Message of(String words) {
        return Message.of(words, List.of(section(it -> it.text(markdownText(SlackText.cut(words, 2_900))))));
    }
}
