package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.NewProposal;
import dev.cowork.proposal.Proposing;
import dev.cowork.proposal.Ruling;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;

/// Puts an ask of the session in the form in which it is judged and sent. The person, the amount and the limit come
/// from the press and our tables, never from the partner's words.
@ApplicationScoped
class Asking {
    private static final String HIGH_VALUE = "high-value-customer";

    private final SessionMembers members;
    private final Background background;
    private final Proposing proposing;

    Asking(SessionMembers members, Background background, Proposing proposing) {
        this.members = members;
        this.background = background;
        this.proposing = proposing;
    }

    /// What is asked for, and what the matrix wants to know besides.
    record What(Ask ask, Circumstances circumstances) {}

    /// What the matrix says to it as of now.
    Ruling rulingOn(Session session, MemberId by, What what) {
        return proposing.rulingOn(proposal(session, by, what, "", "ruling"));
    }

    /// The same, promising the customer no answer sooner than one is due.
    Ask truly(Session session, Ask ask) {
        return proposing.truly(session.workspace(), ask);
    }

    NewProposal proposal(Session session, MemberId by, What what, String gesture) {
        return proposal(
                session,
                by,
                new What(truly(session, what.ask()), what.circumstances()),
                background.of(session, what.ask()),
                gesture);
    }

    /// Where nobody said anything else: a customer as the opening says, and within policy.
    static Circumstances usual(Session session) {
        var tier = session.opening().equals(HIGH_VALUE) ? Tier.HIGH_VALUE : Tier.STANDARD;
        return new Circumstances("", tier, Outside.WITHIN);
    }

    private NewProposal proposal(Session session, MemberId by, What what, String background, String gesture) {
        return new NewProposal(
                session.workspace(),
                session.thread().orElseThrow(),
                session.id().toString(),
                by,
                members.of(session),
                what.ask(),
                session.ownLimit(),
                what.circumstances().of(session.ticket().customer()),
                background,
                gesture);
    }
}
