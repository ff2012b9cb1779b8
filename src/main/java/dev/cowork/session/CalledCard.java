package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import java.util.List;

/// Suggests to call the specialists, and says why. Who hears the button is in another room.
final class CalledCard {
    static final String ACTION = "panel_call";

    private CalledCard() {}

    static Key key(Session session) {
        return Key.of("specialists", session.id());
    }

    /// @param reasons none once nobody is to be called any more
    static Message of(Session session, List<String> reasons) {
        var why = CardText.inline(String.join(" · ", reasons), 400);
        return new PagedCard("This may be a case for the specialists")
                .title("*This may be a case for the specialists" + (why.isEmpty() ? ".*" : ":* " + why + "."))
                .note(
                        "Each looks at it from one field, at the same time, and you see where they disagree. It takes up to"
                                + " a minute and costs about four answers.")
                .buttons(List.of(press(session)))
                .pages()
                .getFirst();
    }

    static ButtonElement press(Session session) {
        return button(it -> it.actionId(ACTION + ":case")
                .text(plainText("Call the specialists"))
                .value(session.id().toString()));
    }
}
