package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.proposal.Ruling;
import dev.cowork.slack.Message;
import dev.cowork.workspace.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A compensation or escalation on the table, what the rules say to it, and the presses that settle it.
final class SuggestionCard {
    static final String ACTION = "suggestion";

    private SuggestionCard() {}

    /// @param ruling empty where what is asked for cannot be read
    static List<Message> of(Suggestion suggestion, Optional<Ruling> ruling) {
        return of(suggestion, ruling, "");
    }

    /// @param before what was decided in cases like it, in Slack's markdown; empty where there is none
    static List<Message> of(Suggestion suggestion, Optional<Ruling> ruling, String before) {
        var card = new PagedCard(Asked.shown(suggestion) + ": " + suggestion.reason());
        card.title("*" + CardText.inline(Asked.shown(suggestion), 400) + "*");
        card.labelled(suggestion.kind() == Suggestion.Kind.COMPENSATION ? "Reason:" : "Summary:", suggestion.reason());
        if (!suggestion.holdingReply().isBlank()) {
            card.words("Holding reply to the customer:").quote(suggestion.holdingReply());
        }
        if (suggestion.isOpen()) {
            if (!before.isEmpty()) {
                card.note(":books: " + before);
            }
            card.note(ruling.map(it -> "*" + CardText.inline(Rulings.label(it), 600) + "*")
                    .orElse("*The amount or kind cannot be read. Edit it first.*"));
            card.buttons(buttons(suggestion, ruling));
        } else {
            card.note(ending(suggestion));
        }
        return card.pages();
    }

    private static String ending(Suggestion suggestion) {
        var by = suggestion.settledBy().map(MemberId::mention).orElse("");
        return switch (suggestion.state()) {
            case OPEN -> "";
            case SENT -> "Sent to supervisor by " + by;
            case OWN -> "Recorded as their own decision by " + by;
            case DROPPED -> "Put aside by " + by;
        };
    }

    private static List<ButtonElement> buttons(Suggestion suggestion, Optional<Ruling> ruling) {
        var all = new ArrayList<ButtonElement>();
        if (ruling.filter(it -> it instanceof Ruling.Own).isPresent()) {
            all.add(press(suggestion, "own", "Record as my decision"));
        }
        if (ruling.filter(it -> !(it instanceof Ruling.NotAllowed)).isPresent()) {
            all.add(press(suggestion, "send", "Send to supervisor"));
        }
        all.add(press(suggestion, "edit", "Edit first"));
        all.add(press(suggestion, "drop", "Not now"));
        return all;
    }

    private static ButtonElement press(Suggestion suggestion, String what, String label) {
        return button(it -> it.actionId(ACTION + ":" + what)
                .text(plainText(label))
                .value(suggestion.id().toString()));
    }
}
