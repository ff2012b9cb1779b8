package dev.cowork.panel;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.LiveText;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who is at work, and in the end who said what in a line.
final class BoardCard {
    private static final int LONGEST = 200;

    private BoardCard() {}

    static String title(int round) {
        return round == 1
                ? "The specialists look at the case"
                : "Second round: they see facts differently and look again";
    }

    static LiveText.Task task(Seat seat, boolean isAtWork) {
        return new LiveText.Task(
                seat.id(), seat.name(), isAtWork ? LiveText.Task.State.AT_WORK : LiveText.Task.State.DONE, "");
    }

    static LiveText.Task done(Seat seat, String recommendation) {
        return new LiveText.Task(seat.id(), seat.name(), LiveText.Task.State.DONE, recommendation);
    }

    static LiveText.Task missing(Seat seat, String why) {
        return new LiveText.Task(seat.id(), seat.name(), LiveText.Task.State.FAILED, "missing, " + why);
    }

    /// What stays of it.
    ///
    /// @param last what they said in this round, by the seat's id
    /// @param note why it ended before its end; empty where it did not
    static Message of(List<Seat> seats, Map<String, SeatEntry> last, int round, String note) {
        var lines = seats.stream().map(seat -> line(seat, last.get(seat.id()))).collect(Collectors.joining("\n"));
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(
                it -> it.text(markdownText("*" + (round == 1 ? "The specialists" : "Second round") + "*\n" + lines))));
        if (!note.isEmpty()) {
            blocks.add(context(it -> it.elements(List.of(markdownText(note)))));
        }
        return Message.of(
                "The specialists: " + seats.stream().map(Seat::name).collect(Collectors.joining(", ")), blocks);
    }

    private static String line(Seat seat, SeatEntry entry) {
        var name = "*" + PanelText.inline(seat.name(), 40) + "*";
        if (entry == null) {
            return "– " + name + " had not spoken";
        }
        return entry.position()
                .map(it -> "✓ " + name + ": " + PanelText.inline(it.recommendation(), LONGEST))
                .orElseGet(() -> "✗ " + name + " is missing: " + PanelText.inline(entry.why(), LONGEST));
    }
}
