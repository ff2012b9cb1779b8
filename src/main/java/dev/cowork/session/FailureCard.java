package dev.cowork.session;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.partner.Author;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.slack.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Says in the thread why there is no answer, and offers to try again, or the playbook where Claude is at fault.
final class FailureCard {
    static final String ACTION = "turn";
    /// Why, where it was neither Claude nor the network.
    static final String OURS = "OURS";

    private static final String PLAYBOOK = "playbook";

    private FailureCard() {}

    static Message of(Turn turn) {
        return of(turn, "");
    }

    /// @param reference by which whoever runs the program finds what was given up; empty where Claude failed
    static Message of(Turn turn, String reference) {
        var words = words(turn.failure().orElse(OURS)) + " Nothing you wrote is lost."
                + (reference.isEmpty() ? "" : " Whoever runs me finds it by the reference `" + reference + "`.");
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(block -> block.text(markdownText(words))));
        var buttons = new ArrayList<BlockElement>();
        buttons.add(press(turn, "again", "Try again"));
        if (turn.failure().filter(why -> !why.equals(OURS)).isPresent()) {
            buttons.add(press(turn, PLAYBOOK, "Let the playbook answer"));
        }
        blocks.add(actions(block -> block.elements(buttons)));
        return Message.of(words, blocks);
    }

    /// No failure yet: Claude has named a time to come back.
    static Message waiting(Duration pause) {
        var seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return NoticeCard.of("Claude is busy. I try again in " + (seconds == 1 ? "1 second" : seconds + " seconds")
                + ", by myself: nothing you wrote is lost.");
    }

    private static ButtonElement press(Turn turn, String what, String label) {
        return button(it -> it.actionId(ACTION + ":" + what)
                .text(plainText(label))
                .value(turn.id().toString()));
    }

    /// Who is to answer, by the button pressed.
    static Author author(String actionId) {
        return actionId.endsWith(":" + PLAYBOOK) ? Author.PLAYBOOK : Author.CLAUDE;
    }

    /// The same after somebody pressed: the buttons are gone.
    static Message tryingAgain(String failure, Author by) {
        var words = words(failure)
                + (by == Author.PLAYBOOK ? " The playbook answers, see below." : " Trying again, see below.");
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
