package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.Proposing;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Gives a session to another owner, with all they need to go on from, in the caller's transaction. Whoever had it
/// stays a member.
@ApplicationScoped
class HandingOver {
    private final SessionMembers members;
    private final Facts facts;
    private final Turns turns;
    private final Drafts drafts;
    private final ProposalBook proposals;
    private final ShowingCase showing;
    private final RecordingWords recording;
    private final Posting posting;
    private final Proposing proposing;
    private final InstantSource clock;

    HandingOver(
            SessionMembers members,
            Facts facts,
            Turns turns,
            Drafts drafts,
            ProposalBook proposals,
            ShowingCase showing,
            RecordingWords recording,
            Posting posting,
            Proposing proposing,
            InstantSource clock) {
        this.members = members;
        this.facts = facts;
        this.turns = turns;
        this.drafts = drafts;
        this.proposals = proposals;
        this.showing = showing;
        this.recording = recording;
        this.posting = posting;
        this.proposing = proposing;
        this.clock = clock;
    }

    void handOver(Session session, MemberId to, String note, Gesture gesture) {
        var from = gesture.member();
        proposing.takePart(session.workspace(), session.id().toString(), to);
        members.join(session, to, clock.instant());
        session.handOver(to);
        recording.record(
                session,
                Utterance.Kind.NOTE,
                from,
                "[" + from.mention() + " handed the session over to " + to.mention() + ", who owns it now."
                        + (note.isBlank() ? "" : " They said: " + note.strip()) + "]");
        showing.revise(session);
        var thread = session.thread().orElseThrow();
        posting.reply(
                session.workspace(),
                thread,
                Key.of("handover", session.id(), gesture.key()),
                HandoverCard.of(new HandoverCard.Handover(
                        from,
                        to,
                        note,
                        facts.of(session),
                        openQuestions(session),
                        drafts.usedIn(session),
                        proposals.ofSession(session.workspace(), session.id().toString()))));
        posting.say(
                session.workspace(),
                to.value(),
                Key.of("handover", session.id(), gesture.key(), "direct"),
                HandoverCard.toOwner(from, thread.channel(), showing.openingName(session)));
    }

    /// What the partner asked last and nobody has answered, and what is known to be unknown.
    private List<String> openQuestions(Session session) {
        var open = new ArrayList<String>();
        var answered = turns.answeredIn(session);
        if (!answered.isEmpty()) {
            answered.getLast().exchange().moves().stream()
                    .filter(Move.AskQuestions.class::isInstance)
                    .forEach(move -> open.addAll(((Move.AskQuestions) move).questions()));
        }
        facts.of(session).stream()
                .filter(fact -> fact.standing() == Standing.UNKNOWN)
                .map(Fact::statement)
                .filter(unknown -> !open.contains(unknown))
                .forEach(open::add);
        return open;
    }
}
