package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.playbook.Opening;
import dev.cowork.playbook.Openings;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;

/// Keeps the case card in Slack true. Joins the caller's transaction.
@ApplicationScoped
class ShowingCase {
    /// What a session is called that began with free text.
    static final String UNNAMED = "Cowork session";

    private final Openings openings;
    private final Situations situations;
    private final SessionMembers members;
    private final Facts facts;
    private final Utterances utterances;
    private final Posting posting;

    ShowingCase(
            Openings openings,
            Situations situations,
            SessionMembers members,
            Facts facts,
            Utterances utterances,
            Posting posting) {
        this.openings = openings;
        this.situations = situations;
        this.members = members;
        this.facts = facts;
        this.utterances = utterances;
        this.posting = posting;
    }

    void post(Session session) {
        var card = card(session);
        session.thread()
                .ifPresentOrElse(
                        thread -> posting.reply(session.workspace(), thread, session.cardKey(), card),
                        () -> posting.say(session.workspace(), session.channel(), session.cardKey(), card));
    }

    /// The card in the owner's direct messages, and why it is there.
    void postInsteadOf(String refusedChannel, Session session) {
        posting.say(
                session.workspace(),
                session.channel(),
                Key.of(session.cardKey(), "why"),
                CaseCard.whyHere(refusedChannel));
        post(session);
    }

    void revise(Session session) {
        var version = session.nextCardVersion();
        var card = card(session);
        if (session.isCardInThread()) {
            posting.revise(session.workspace(), session.thread().orElseThrow(), session.cardKey(), version, card);
        } else {
            posting.revise(session.workspace(), session.cardKey(), version, card);
        }
    }

    /// How people call the session's opening.
    String openingName(Session session) {
        return openings.byId(session.opening()).map(Opening::name).orElse(UNNAMED);
    }

    /// What tells the session apart from others in a list.
    String nameOf(Session session) {
        var own = CaseName.of(story(session));
        return own.isEmpty() ? openingName(session) : own;
    }

    /// What the agent wrote where they filled in no form; otherwise empty.
    String story(Session session) {
        return session.opening().equals(NewSession.TEXT) ? utterances.firstIn(session) : "";
    }

    private Message card(Session session) {
        return CaseCard.of(new CaseCard.Case(
                session,
                openingName(session),
                story(session),
                situations.of(session),
                facts.of(session),
                members.of(session)));
    }
}
