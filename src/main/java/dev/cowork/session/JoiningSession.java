package dev.cowork.session;

import dev.cowork.proposal.Proposing;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// A colleague joins as agent, in the caller's transaction. Whoever is in stays in.
@ApplicationScoped
class JoiningSession {
    private final SessionMembers members;
    private final RecordingWords recording;
    private final ShowingCase showing;
    private final Proposing proposing;
    private final InstantSource clock;

    JoiningSession(
            SessionMembers members,
            RecordingWords recording,
            ShowingCase showing,
            Proposing proposing,
            InstantSource clock) {
        this.members = members;
        this.recording = recording;
        this.showing = showing;
        this.proposing = proposing;
        this.clock = clock;
    }

    void join(Session session, MemberId member) {
        if (members.include(session, member)) {
            return;
        }
        proposing.takePart(session.workspace(), session.id().toString(), member);
        members.join(session, member, clock.instant());
        recording.record(
                session,
                Utterance.Kind.NOTE,
                member,
                "[" + member.mention() + " joined and works on the ticket as an agent too.]");
        if (session.thread().isPresent()) {
            showing.revise(session);
        }
    }
}
