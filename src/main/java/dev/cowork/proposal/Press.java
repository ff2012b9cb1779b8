package dev.cowork.proposal;

import dev.cowork.slack.Gesture;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import java.util.Optional;

/// A person's press on a card, or on the modal it opened.
///
/// @param where the place to answer to; a thread without `ts` is the channel itself
record Press(Gesture gesture, CardRef card, ThreadRef where) {
    /// Empty where the button is none of ours.
    static Optional<Press> of(Inbound.Pressed pressed) {
        return pressed.where()
                .flatMap(spot ->
                        CardRef.read(pressed.value()).map(card -> new Press(pressed.gesture(), card, place(spot))));
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

    MemberId member() {
        return gesture.member();
    }

    ProposalKey key() {
        return ProposalKey.of(gesture.workspace(), card.proposal());
    }

    /// A card at the top level is answered in its channel: Slack hides what only one person sees in a thread that has
    /// no replies yet.
    private static ThreadRef place(Inbound.Spot spot) {
        return spot.thread().ts().equals(spot.ts()) ? new ThreadRef(spot.channel(), "") : spot.thread();
    }
}
