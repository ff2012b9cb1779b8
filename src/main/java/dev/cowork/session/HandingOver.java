package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.Proposing;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Gives a session to another owner, with all they need to go on from, in the caller's transaction. Whoever had it
/// stays a member.
@ApplicationScoped
class HandingOver {
    private final SessionMembers members;
    private final Facts facts;
    private final OpenQuestions openQuestions;
    private final Drafts drafts;
    private final ProposalBook proposals;
    private final RecoveryPlans plans;
    private final ShowingCase showing;
    private final RecordingWords recording;
    private final Posting posting;
    private final Proposing proposing;
    private final InstantSource clock;

    HandingOver(
            SessionMembers members,
            Facts facts,
            OpenQuestions openQuestions,
            Drafts drafts,
            ProposalBook proposals,
            RecoveryPlans plans,
            ShowingCase showing,
            RecordingWords recording,
            Posting posting,
            Proposing proposing,
            InstantSource clock) {
        this.members = members;
        this.facts = facts;
        this.openQuestions = openQuestions;
        this.drafts = drafts;
        this.proposals = proposals;
        this.plans = plans;
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
                        openQuestions.of(session),
                        drafts.usedIn(session),
                        proposals.ofSession(session.workspace(), session.id().toString()),
                        plans.in(session))));
        posting.say(
                session.workspace(),
                to.value(),
                Key.of("handover", session.id(), gesture.key(), "direct"),
                HandoverCard.toOwner(from, thread.channel(), showing.openingName(session)));
    }
}
