package dev.cowork.training;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import dev.cowork.partner.Practice;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.List;
import java.util.stream.Collectors;

/// What is said in a drill's thread, with who said it.
final class LineCard {
    private LineCard() {}

    /// The coach quotes and numbers, so that lines beginning with `>` are shown as quotes; nothing else comes alive.
    static Message ofCoach(Practice.Line line) {
        var cut = SlackText.cut(line.text(), 2900);
        var said = SlackText.escaped(cut)
                .lines()
                .map(words -> words.replaceFirst("^&gt; ?", ">"))
                .collect(Collectors.joining("\n"));
        return Message.of(
                SlackText.escaped(cut),
                List.of(
                        section(it -> it.text(markdownText(
                                text -> text.text(SlackText.cut(said, 3000)).verbatim(true)))),
                        context(it -> it.elements(List.of(markdownText(by(line)))))));
    }

    static Message ofCustomer(String name, Practice.Line line, Temper temper) {
        return of(
                name + ": " + line.text(),
                "Temper " + temper.shown() + ": " + CustomerLines.mood(temper) + " · " + by(line));
    }

    /// Somebody writes on in a drill that is over.
    static Message over() {
        return of("This drill is over. Press Practise again under its scorecard for another one.", "");
    }

    static Message nothingWritten() {
        return of("You have not written to the customer yet, so there is nothing to score. The drill is closed.", "");
    }

    /// To whoever approved a drill made from a session.
    static Message made(String title) {
        return of("The drill “" + title + "” is approved. Everybody can practise it now.", "");
    }

    /// To whoever took it back.
    static Message withdrawn(String title) {
        return of("The drill “" + title + "” is withdrawn: nobody can begin it any more.", "");
    }

    private static String by(Practice.Line line) {
        return switch (line.author()) {
            case CLAUDE -> "said by Claude";
            case PLAYBOOK -> "from the playbook, not from Claude";
        };
    }

    private static Message of(String words, String note) {
        var cut = SlackText.cut(words, 3000);
        var said = section(it -> it.text(plainText(cut)));
        return Message.of(
                SlackText.escaped(cut),
                note.isEmpty()
                        ? List.of(said)
                        : List.of(said, context(it -> it.elements(List.of(markdownText(note))))));
    }
}
