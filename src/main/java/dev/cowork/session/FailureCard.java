package dev.cowork.session;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;

/// Says in the thread why there is no answer, and offers to try again.
final class FailureCard {
    static final String ACTION = "turn";
    /// Why, where it was neither Claude nor the network.
    static final String OURS = "OURS";

    private FailureCard() {}

    static Message of(Turn turn) {
        var words = words(turn.failure().orElse(OURS)) + " Nothing you wrote is lost.";
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(block -> block.text(markdownText(words))));
        blocks.add(actions(block -> block.elements(List.of(button(it -> it.actionId(ACTION + ":again")
                .text(plainText("Try again"))
                .value(turn.id().toString()))))));
        return Message.of(words, blocks);
    }

    /// The same after somebody pressed: the button is gone.
    static Message tryingAgain(String failure) {
        var words = words(failure) + " Trying again, see below.";
        return Message.of(words, List.of(section(block -> block.text(markdownText(words)))));
    }

    private static String words(String failure) {
        return failure.equals(OURS)
                ? "Something went wrong on my side, so there is no answer."
                : words(Cause.valueOf(failure));
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case BUSY ->
                "Claude has too many requests at the moment, so there is no answer yet. Try again in a minute.";
            case OVERLOADED -> "Claude is overloaded at the moment, so there is no answer yet. Try again in a minute.";
            case SPENT ->
                "The spending limit for Claude is reached. An administrator has to raise it before I can answer.";
            case UNREACHABLE -> "Claude could not be reached, or did not answer in time.";
            case CUT -> "Claude's answer broke off in the middle, so I did not keep it.";
            case REFUSED ->
                "Claude declined to answer this. Try other words, or leave out what may have been the reason.";
            case EMPTY -> "Claude sent an empty answer.";
            case MISCONFIGURED ->
                "Claude did not accept the request: the key or the model's name is wrong. An administrator has to"
                        + " correct it.";
        };
    }
}
