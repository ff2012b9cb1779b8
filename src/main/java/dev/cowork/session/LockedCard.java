package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.List;

/// Says which promises of a draft nobody has granted yet, and offers what can be sent in the meantime.
final class LockedCard {
    private LockedCard() {}

    static Message of(Draft draft, PromiseLock.Locked locked) {
        var card = new PagedCard("This draft cannot be used yet")
                .title("*Version " + draft.version() + " cannot be used yet.* It promises what nobody has granted:");
        locked.promises().stream()
                .limit(10)
                .forEach(promise -> card.item("“" + SlackText.cut(promise.words(), 200) + "”: " + promise.missing()));
        card.words("Send a proposal first, take the promise out, or send a holding reply until the decision is there.");
        card.buttons(List.of(button(it -> it.actionId(DraftCard.ACTION + ":holding")
                .text(plainText("Write a holding reply"))
                .value(draft.id().toString()))));
        return card.pages().getFirst();
    }

    /// It has words of texts that are for the team alone.
    static Message internal(Draft draft, List<InternalWords.Leak> leaks) {
        var card = new PagedCard("This draft cannot be used yet")
                .title("*Version " + draft.version() + " cannot be used yet.* It has words of internal texts:");
        leaks.stream()
                .limit(5)
                .forEach(leak -> card.item("“" + SlackText.cut(leak.words(), 200) + "”, from “"
                        + SlackText.cut(leak.from().heading(), 100) + "”"));
        card.words("Take them out by `Edit by hand`, or ask me to say it without them.");
        return card.pages().getFirst();
    }

    /// Something that goes on beside the answers is against it.
    ///
    /// @param why mrkdwn, escaped already
    static Message forbidden(Draft draft, String why) {
        return new PagedCard("This draft cannot be used yet")
                .title("*Version " + draft.version() + " cannot be used yet.* " + why)
                .pages()
                .getFirst();
    }

    /// The same once the session was closed.
    static Message closed(Draft draft) {
        return new PagedCard("This draft could not be used")
                .title("*Version " + draft.version() + " could not be used.* It promised what nobody had granted.")
                .note("The session was closed.")
                .pages()
                .getFirst();
    }
}
