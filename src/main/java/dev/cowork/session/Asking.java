package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.NewProposal;
import dev.cowork.proposal.Proposing;
import dev.cowork.proposal.Ruling;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/// Puts an ask of the session in the form in which it is judged and sent. The person, the amount and the limit come
/// from the press and our tables, never from the partner's words.
@ApplicationScoped
class Asking {
    private static final int LONGEST_BACKGROUND = 1500;

    private final SessionMembers members;
    private final Situations situations;
    private final ShowingCase showing;
    private final Proposing proposing;

    Asking(SessionMembers members, Situations situations, ShowingCase showing, Proposing proposing) {
        this.members = members;
        this.situations = situations;
        this.showing = showing;
        this.proposing = proposing;
    }

    /// What the matrix says to it as of now.
    Ruling rulingOn(Session session, MemberId by, Ask ask) {
        return proposing.rulingOn(proposal(session, by, ask, "ruling"));
    }

    NewProposal proposal(Session session, MemberId by, Ask ask, String gesture) {
        return new NewProposal(
                session.workspace(),
                session.thread().orElseThrow(),
                session.id().toString(),
                by,
                members.of(session),
                ask,
                session.ownLimit(),
                background(session),
                gesture);
    }

    private String background(Session session) {
        var ticket = session.ticket();
        var head = showing.openingName(session)
                + (ticket.reference().isEmpty() ? "" : " · ticket " + ticket.reference())
                + (ticket.customer().isEmpty() ? "" : " · " + ticket.customer());
        var story = situations.of(session).stream().map(Asking::line).collect(Collectors.joining("\n"));
        var whole = story.isEmpty() ? head : head + "\n" + story;
        return SlackText.cut(whole, LONGEST_BACKGROUND);
    }

    private static String line(Brief.Field field) {
        return field.label() + ": " + field.text();
    }
}
