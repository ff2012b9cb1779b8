package dev.cowork.session;

import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/// `list`: the sessions somebody has open, each with a link to its thread.
@ApplicationScoped
class ListCommand implements SubCommand {
    private final Sessions sessions;
    private final ShowingCase showing;
    private final Settings settings;

    ListCommand(Sessions sessions, ShowingCase showing, Settings settings) {
        this.sessions = sessions;
        this.showing = showing;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "list";
    }

    @Override
    public boolean isMeantBy(String rest) {
        return rest.isBlank();
    }

    @Override
    public Reply atOnce(Inbound.Commanded commanded, String rest) {
        var gesture = commanded.gesture();
        var open = sessions.openOf(gesture.workspace(), gesture.member());
        return new Reply.Whisper(
                open.isEmpty()
                        ? "You have no open sessions. Start one with `" + settings.command(gesture.workspace()) + "`."
                        : "*Your open sessions*\n"
                                + open.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(Session session) {
        var ticket = session.ticket();
        var words = CardText.inline(showing.nameOf(session), 100)
                + (ticket.reference().isEmpty() ? "" : " · " + CardText.inline(ticket.reference(), 60))
                + (ticket.customer().isEmpty() ? "" : " · " + CardText.inline(ticket.customer(), 60))
                + (session.state() == Session.State.PAUSED ? " · paused" : "");
        return "• "
                + session.thread()
                        .map(thread -> "<https://app.slack.com/client/" + session.workspace() + "/" + thread.channel()
                                + "/thread/" + thread.channel() + "-" + thread.ts() + "|" + words + ">")
                        .orElse(words)
                + " · since " + CardText.at(session.openedAt());
    }
}
