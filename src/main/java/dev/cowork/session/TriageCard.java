package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import java.util.List;

/// Says in one line why a draft comes at once, or a holding reply first, and offers to work on it together after all.
final class TriageCard {
    private static final int LONGEST = 400;

    private TriageCard() {}

    static Key key(Session session) {
        return Key.of("triage", session.id());
    }

    static Message of(Session session) {
        var line = line(session);
        var card = new PagedCard(line).note(line);
        if (session.isQuick()) {
            card.buttons(List.of(button(it -> it.actionId(CaseCard.ACTION + ":together")
                    .text(plainText("Work on it together"))
                    .value(session.id().toString()))));
        }
        return card.pages().getFirst();
    }

    static String line(Session session) {
        return CardText.inline(session.handling().triageLine(), LONGEST);
    }
}
