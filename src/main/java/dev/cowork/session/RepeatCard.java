package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import dev.cowork.workspace.MemberId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The change of strategy after a second failure, and the plan once it is made.
final class RepeatCard {
    static final String ACTION = "repeat";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);
    private static final String TITLE = "Second failure for this customer";

    private RepeatCard() {}

    static Key key(Session session) {
        return Key.of("repeat", session.id());
    }

    static Message of(Session session, Optional<RecoveryPlan> plan) {
        var reason = session.handling().repeat().orElse("");
        var card = new PagedCard(TITLE)
                .title(":repeat: *" + TITLE + ":* " + CardText.inline(reason, 300)
                        + "\nOne more apology alone makes it worse. Other things come first:");
        plan.map(RecoveryPlan::made).ifPresentOrElse(made -> planned(card, made), () -> toDo(card));
        plan.ifPresent(it -> card.note("Planned by " + it.madeBy().mention() + CardText.at(Optional.of(it.madeAt()))));
        return card.buttons(buttons(session, plan.isPresent())).pages().getFirst();
    }

    static Message denied(MemberId by) {
        return new PagedCard(TITLE)
                .note(by.mention() + " says that this is no second failure.")
                .pages()
                .getFirst();
    }

    /// To whoever promised to call.
    static Message due(RecoveryPlan plan, String name) {
        var words =
                ":telephone_receiver: " + plan.made().owner().mention() + ", the call back to the customer is due now."
                        + (name.isBlank() ? "" : " (" + CardText.inline(name, 100) + ")");
        return NoticeCard.of(words);
    }

    private static void toDo(PagedCard card) {
        card.item("Ownership: one person who stays on it, by name, and when they call back.");
        card.item("Root cause: why it happened, and who finds out until when.");
        card.item("Options: what the customer can choose between, before anybody is sorry.");
        card.note("Not in the first minutes: a quick answer reads like a bot.");
    }

    private static void planned(PagedCard card, RecoveryPlan.Made made) {
        card.title("*Who stays on it:* " + made.owner().mention() + ", calls back " + CardText.at(made.callBackAt()));
        card.title("*Root cause:* " + (made.cause().isBlank() ? "not known yet" : CardText.inline(made.cause(), 500))
                + " · " + made.causeOwner().mention() + " finds out until " + DAY.format(made.causeBy()));
        card.heading("What the customer can choose between");
        made.options().forEach(card::item);
    }

    private static List<ButtonElement> buttons(Session session, boolean isPlanned) {
        return isPlanned
                ? List.of(press(session, "plan", "Change the plan"))
                : List.of(press(session, "plan", "Make the plan"), press(session, "none", "No second failure"));
    }

    private static ButtonElement press(Session session, String what, String label) {
        return button(it -> it.actionId(ACTION + ":" + what)
                .text(plainText(label))
                .value(session.id().toString()));
    }
}
