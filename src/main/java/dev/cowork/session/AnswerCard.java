package dev.cowork.session;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.markdown;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.knowledge.Citations;
import dev.cowork.knowledge.KnowledgeCard;
import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import java.util.ArrayList;
import java.util.List;

/// The partner's own words, word for word, in as many messages as they need.
final class AnswerCard {
    /// Stands where the partner let its moves speak alone.
    private static final String BELOW = "See below.";

    private AnswerCard() {}

    /// The first one takes the place of what was shown live. Who answered stands under the last one, together with
    /// what had to be left out.
    static List<Message> of(Answer answer) {
        return of(answer, Consulting.Rests.ON_NOTHING);
    }

    /// @param rests the passages it cites stand in it by their headings, and under it to be read
    static List<Message> of(Answer answer, Consulting.Rests rests) {
        var words = Citations.shown(answer.text(), rests.passages());
        var notes = new ArrayList<>(notes(answer));
        notes.addAll(rests.notes());
        return of(words.isBlank() ? BELOW : words, notes, KnowledgeCard.toRead(rests.passages()));
    }

    /// As far as it was written when somebody stopped it.
    static List<Message> stopped(Answer answer, MemberId by) {
        var note = "Stopped by " + by.mention() + ".";
        return answer.text().isBlank()
                ? new PagedCard("Stopped").title(note).pages()
                : of(answer.text(), List.of(note), List.of());
    }

    private static List<Message> of(String words, List<String> notes, List<LayoutBlock> below) {
        var text = SlackText.disarmed(words);
        var pieces = CardText.pieces(text, CardText.MESSAGE);
        var messages = new ArrayList<Message>();
        for (var number = 1; number <= pieces.size(); number++) {
            var blocks = new ArrayList<LayoutBlock>();
            var piece = pieces.get(number - 1);
            blocks.add(markdown(block -> block.text(piece)));
            if (number == pieces.size()) {
                notes.forEach(note -> blocks.add(context(block -> block.elements(List.of(markdownText(note))))));
                blocks.addAll(below);
            }
            messages.add(Message.of(piece, blocks));
        }
        return messages;
    }

    private static List<String> notes(Answer answer) {
        var notes = new ArrayList<String>();
        if (answer.author() == Author.PLAYBOOK) {
            notes.add("Answered by the playbook, not by Claude");
        }
        answer.dropped().stream()
                .limit(5)
                .map(note -> "Left out: " + CardText.inline(note, 300))
                .forEach(notes::add);
        return notes;
    }
}
