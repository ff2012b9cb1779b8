package dev.cowork.session;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostDied;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Says what could not be shown and why, and offers to try again where that can help.
final class UndeliveredCard {
    static final String ACTION = "undelivered";

    private static final Set<String> TOO_LONG = Set.of("msg_too_long", "msg_blocks_too_long", "markdown_text_too_long");
    private static final Set<String> NOT_ITS_FORM = Set.of(
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_arguments",
            "invalid_json",
            "invalid_form_data",
            "no_text",
            "cant_update_message",
            "edit_window_closed");

    private UndeliveredCard() {}

    /// What a press speaks of: the notice it stands on, the session, and the message that was lost; empty for all
    /// that was lost in the thread.
    record Lost(Key notice, String session, String message) {
        static Lost read(String value) {
            var parts = value.split("\n", -1);
            return new Lost(new Key(parts[0]), parts[1], parts[2]);
        }

        String value() {
            return notice + "\n" + session + "\n" + message;
        }
    }

    static Message inThread(Tracing.Traced traced, Key notice, PostDied died) {
        var reason = "`" + CardText.inline(died.reason(), 100).replace('`', '\'') + "`";
        var what = traced.what() + " could not be shown here: ";
        var lost = new Lost(
                notice, traced.session().id().toString(), died.message().value());
        if (TOO_LONG.contains(died.reason())) {
            return of(what + "Slack found it too long (" + reason + "). Ask me for it again, in fewer words.");
        }
        if (NOT_ITS_FORM.contains(died.reason())) {
            return of(what + "Slack did not accept its form (" + reason + "). Ask me for it again in other words.");
        }
        return of(what + "Slack refused it (" + reason + "). Nothing is lost: try again once that is mended.", lost);
    }

    static Message toOwner(Session session, String opening, Key notice, String reason) {
        var ticket = session.ticket().reference();
        var words = "I can no longer write in the thread of your session *" + CardText.inline(opening, 100) + "*"
                + (ticket.isEmpty() ? "" : " (ticket " + CardText.inline(ticket, 100) + ")") + ": "
                + why(session, reason)
                + " Nothing is lost: what I wanted to say there is kept.";
        return reason.endsWith("thread_not_found") || reason.equals("invalid_thread_ts")
                ? of(words)
                : of(
                        words + " Try again once that is mended.",
                        new Lost(notice, session.id().toString(), ""));
    }

    /// The same after somebody pressed: the button is gone.
    static Message tryingAgain() {
        return of("Trying again to show what could not be shown.");
    }

    private static String why(Session session, String reason) {
        var place = session.channel().startsWith("D") ? "our direct messages" : "<#" + session.channel() + ">";
        return switch (reason) {
            case "is_archived" -> place + " is archived.";
            case "not_in_channel" -> "I am not a member of " + place + ". Type `/invite @Cowork` there.";
            case "channel_not_found" -> "I do not see " + place + " any more. It may be private now: invite me again.";
            case "thread_not_found", "invalid_thread_ts" -> "its first message in " + place + " was deleted.";
            default -> "an administrator has limited who may write in " + place + ".";
        };
    }

    private static Message of(String words) {
        return Message.of(words, List.of(section(block -> block.text(markdownText(words)))));
    }

    private static Message of(String words, Lost lost) {
        var blocks = new ArrayList<LayoutBlock>(of(words).blocks());
        blocks.add(actions(block -> block.elements(List.of(
                button(it -> it.actionId(ACTION).text(plainText("Try again")).value(lost.value()))))));
        return Message.of(words, blocks);
    }
}
