package dev.cowork.proposal;

import dev.cowork.slack.Gesture;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import java.util.Optional;

/// A person's press on a card, or on the modal it opened.
///
/// @param where the place to answer to; a thread without `ts` is the channel itself, one without channel App Home
record Press(Gesture gesture, CardRef card, ThreadRef where) {
    private static final ThreadRef HOME = new ThreadRef("", "");

    /// Empty where the button is none of ours.
    static Optional<Press> of(Inbound.Pressed pressed) {
        var where = pressed.where().map(Inbound.Spot::besides).orElse(HOME);
        return CardRef.read(pressed.value()).map(card -> new Press(pressed.gesture(), card, where));
    }

    /// Reads what [#hidden] wrote. Empty where the modal is none of ours.
    static Optional<Press> of(Inbound.Submitted sent) {
        var parts = sent.form().hidden().split("\\|", -1);
        return parts.length < 3
                ? Optional.empty()
                : CardRef.read(parts[0])
                        .map(card -> new Press(sent.gesture(), card, new ThreadRef(parts[1], parts[2])));
    }

    /// What a modal carries so that its sending off is a press on the same card.
    String hidden() {
        return card.value() + "|" + where.channel() + "|" + where.ts();
    }

    /// Whether it was made in App Home, where nothing can be whispered.
    boolean isAtHome() {
        return where.channel().isEmpty();
    }

    MemberId member() {
        return gesture.member();
    }

    ProposalKey key() {
        return ProposalKey.of(gesture.workspace(), card.proposal());
    }
}
