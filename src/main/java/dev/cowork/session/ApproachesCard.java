package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import dev.cowork.slack.Message;
import java.util.List;

/// The ways to go, side by side, each with a button to choose it.
final class ApproachesCard {
    static final String ACTION = "approach";

    private ApproachesCard() {}

    static List<Message> of(List<Approach> approaches) {
        var card = new PagedCard("Approaches to choose from").title("*Approaches*");
        for (var approach : approaches) {
            card.divider().labelled(approach.number() + ".", approach.title());
            card.words(approach.summary());
            side(card, "For", approach.pros());
            side(card, "Against", approach.cons());
            said(card, "Cost:", approach.cost());
            said(card, "Precedent:", approach.precedent());
            if (!approach.label().isEmpty()) {
                card.note("*" + CardText.inline(approach.label(), 400) + "*");
            }
            card.buttons(List.of(button(it -> it.actionId(ACTION + ":choose:" + approach.number())
                    .text(plainText("Choose this"))
                    .value(approach.id().toString()))));
        }
        return card.pages();
    }

    private static void side(PagedCard card, String label, List<String> points) {
        if (!points.isEmpty()) {
            card.heading(label);
            points.forEach(card::item);
        }
    }

    private static void said(PagedCard card, String label, String words) {
        if (!words.isBlank()) {
            card.labelled(label, words);
        }
    }
}
