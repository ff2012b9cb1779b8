package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.partner.Move;
import dev.cowork.partner.Specialist;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// A session for rooms that work on it beside the partner. Everything joins the caller's transaction.
@ApplicationScoped
public class Casework {
    private final Desk desk;
    private final Sessions sessions;
    private final Facts facts;
    private final Utterances utterances;
    private final Briefing briefing;
    private final SummingUp summing;
    private final KeepingFacts keeping;
    private final ShowingDraft showingDraft;
    private final RecordingWords recording;
    private final Posting posting;
    private final ShowingStatus status;

    Casework(
            Desk desk,
            Sessions sessions,
            Facts facts,
            Utterances utterances,
            Briefing briefing,
            SummingUp summing,
            KeepingFacts keeping,
            ShowingDraft showingDraft,
            RecordingWords recording,
            Posting posting,
            ShowingStatus status) {
        this.desk = desk;
        this.sessions = sessions;
        this.facts = facts;
        this.utterances = utterances;
        this.briefing = briefing;
        this.summing = summing;
        this.keeping = keeping;
        this.showingDraft = showingDraft;
        this.recording = recording;
        this.posting = posting;
        this.status = status;
    }

    /// An open session whose thread stands, held until the transaction ends.
    public record Held(WorkspaceId workspace, UUID session, ThreadRef thread, MemberId owner) {}

    /// Why the person may not act in it now; empty where they may.
    public Optional<String> refusal(Gesture gesture, UUID session) {
        return desk.refusal(gesture, session)
                .or(() -> sessions.of(gesture.workspace(), session)
                        .flatMap(it -> it.thread().isEmpty()
                                ? Optional.of("The session is just being opened. Try again in a moment.")
                                : it.state() == Session.State.PAUSED
                                        ? Optional.of("This session is paused. Press *Resume* on the case card first.")
                                        : Optional.empty()));
    }

    public Optional<Held> hold(WorkspaceId workspace, UUID session) {
        return sessions.locked(workspace, session)
                .filter(it -> it.state() == Session.State.OPEN)
                .flatMap(it -> it.thread().map(thread -> new Held(workspace, session, thread, it.owner())));
    }

    /// The lane on which the partner answers: what is put there waits for its turn.
    public Lane laneOf(WorkspaceId workspace, UUID session) {
        return Lane.of(workspace, TakingTurn.KIND, session);
    }

    /// The case as the partner knows it, and the ledger, numbered from the oldest fact.
    public Specialist.Matter matterOf(Held held) {
        var session = session(held);
        var waiting =
                utterances.waitingIn(session).stream().map(Utterance::words).collect(Collectors.joining("\n\n"));
        var known = new ArrayList<Specialist.Known>();
        for (var fact : facts.of(session)) {
            known.add(new Specialist.Known(
                    "F" + (known.size() + 1), fact.standing().word(), fact.statement()));
        }
        return new Specialist.Matter(briefing.answering(session, summing.talk(session), waiting), known);
    }

    /// Adds possible causes with their tests to the ledger, before those that are there.
    public void addCauses(Held held, List<Move.RankCauses.Cause> causes) {
        if (!causes.isEmpty()) {
            keeping.rank(session(held), causes);
        }
    }

    /// Brings a draft into the thread.
    ///
    /// @return its version
    public int bring(Held held, Move.WriteDraft draft) {
        return showingDraft.bring(session(held), draft, Optional.empty()).version();
    }

    /// Tells the partner what happened.
    ///
    /// @param isToBeAnswered whether it is to say something to it; otherwise it is good to know
    public void tell(Held held, MemberId by, String words, boolean isToBeAnswered) {
        recording.record(session(held), isToBeAnswered ? Utterance.Kind.EVENT : Utterance.Kind.NOTE, by, words);
    }

    /// One plain line in the thread.
    ///
    /// @param mrkdwn what others wrote in it is escaped already
    public void say(Held held, Key key, String mrkdwn) {
        posting.reply(held.workspace(), held.thread(), key, NoticeCard.of(mrkdwn));
    }

    /// What was under way there is over: the status line says so after the transaction.
    ///
    /// @param cause makes this showing unique within the session
    public void rests(WorkspaceId workspace, UUID session, Key cause) {
        status.refresh(workspace, session, cause);
    }

    private Session session(Held held) {
        return sessions.of(held.workspace(), held.session())
                .orElseThrow(() -> new NoSuchElementException(held.workspace() + " has no session " + held.session()));
    }
}
