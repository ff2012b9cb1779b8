package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.NewProposal;
import dev.cowork.proposal.Proposing;
import dev.cowork.proposal.Ruling;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;

/// Puts an ask of the session in the form in which it is judged and sent. The person, the amount and the limit come
/// from the press and our tables, never from the partner's words.
@ApplicationScoped
class Asking {
    private final SessionMembers members;
    private final Background background;
    private final Proposing proposing;

    Asking(SessionMembers members, Background background, Proposing proposing) {
        this.members = members;
        this.background = background;
        this.proposing = proposing;
    }

    /// What the matrix says to it as of now.
    Ruling rulingOn(Session session, MemberId by, Ask ask) {
        return proposing.rulingOn(proposal(session, by, ask, "", "ruling"));
    }

    /// The same, promising the customer no answer sooner than one is due.
    Ask truly(Ask ask) {
        return proposing.truly(ask);
    }

    NewProposal proposal(Session session, MemberId by, Ask ask, String gesture) {
        return proposal(session, by, truly(ask), background.of(session, ask), gesture);
    }

    private NewProposal proposal(Session session, MemberId by, Ask ask, String background, String gesture) {
        return new NewProposal(
                session.workspace(),
                session.thread().orElseThrow(),
                session.id().toString(),
                by,
                members.of(session),
                ask,
                session.ownLimit(),
                background,
                gesture);
    }
}
