package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Author;
import dev.cowork.partner.Brief;
import dev.cowork.session.spend.SpendBook;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes what waits to be answered and marks the turn as under way.
@ApplicationScoped
class BeginningTurn {
    private final Sessions sessions;
    private final Turns turns;
    private final Utterances utterances;
    private final Briefing briefing;
    private final Facts facts;
    private final TryingAgain tryingAgain;
    private final CustomersLanguage languages;
    private final SeeingRepeat repeats;
    private final SummingUp summing;
    private final SpendBook spent;
    private final InstantSource clock;

    BeginningTurn(
            Sessions sessions,
            Turns turns,
            Utterances utterances,
            Briefing briefing,
            Facts facts,
            TryingAgain tryingAgain,
            CustomersLanguage languages,
            SeeingRepeat repeats,
            SummingUp summing,
            SpendBook spent,
            InstantSource clock) {
        this.languages = languages;
        this.repeats = repeats;
        this.sessions = sessions;
        this.turns = turns;
        this.utterances = utterances;
        this.briefing = briefing;
        this.facts = facts;
        this.tryingAgain = tryingAgain;
        this.summing = summing;
        this.spent = spent;
        this.clock = clock;
    }

    /// A turn under way.
    ///
    /// @param reader for whom it is written
    /// @param message the message the answer is written into
    /// @param isAskedOfPlaybook whether somebody wants the playbook to answer although Claude could be asked
    /// @param isSpent whether nothing is left of today's limit for Claude, so that the playbook answers
    record Begun(
            UUID turn,
            int attempt,
            int tries,
            ThreadRef thread,
            MemberId reader,
            Key message,
            boolean isAskedOfPlaybook,
            boolean isSpent,
            Brief brief) {
        boolean isForPlaybook() {
            return isAskedOfPlaybook || isSpent;
        }

        WorkspaceId workspace() {
            return brief.workspace();
        }
    }

    /// Empty where nothing waits. A turn that was under way when the process died is taken up again, with what was said
    /// since.
    @Transactional
    Optional<Begun> begin(WorkspaceId workspace, UUID id) {
        var session = sessions.locked(workspace, id)
                .filter(it -> it.state() == Session.State.OPEN && it.thread().isPresent());
        return session.flatMap(this::begin);
    }

    private Optional<Begun> begin(Session session) {
        var unanswered = turns.unansweredIn(session);
        // What was said after a stop is for the turn after the stopped one.
        var isStopped =
                unanswered.filter(Turn::isUnderWay).flatMap(Turn::stoppedBy).isPresent();
        var waiting = isStopped ? List.<Utterance>of() : utterances.waitingIn(session);
        var isAnyToAnswer = waiting.stream().anyMatch(Utterance::isToBeAnswered);
        if (!isAnyToAnswer && unanswered.filter(Turn::isUnderWay).isEmpty()) {
            return Optional.empty();
        }
        var turn = unanswered.orElseGet(() -> newTurn(session));
        tryingAgain.again(session, turn, Author.CLAUDE);
        var said = new ArrayList<>(utterances.of(turn));
        waiting.forEach(utterance -> utterance.goesInto(turn));
        said.addAll(waiting);
        return Optional.of(takeUp(session, turn, said));
    }

    private Turn newTurn(Session session) {
        var turn = Turn.begin(session, turns.nextNumberIn(session), clock.instant());
        turns.persist(turn);
        return turn;
    }

    /// Who spoke to the partner last. Never who decided a proposal: coaching is for the agent alone.
    private static MemberId readerOf(Session session, List<Utterance> said) {
        return said.reversed().stream()
                .filter(it -> it.kind() == Utterance.Kind.INSTRUCTION)
                .map(Utterance::member)
                .findFirst()
                .orElseGet(session::owner);
    }

    private Begun takeUp(Session session, Turn turn, List<Utterance> said) {
        languages.hear(session, said);
        repeats.see(session, said);
        var words = TurnWords.of(session, turn.isFirst(), said)
                + TurnWords.unknown(facts.of(session))
                + languages.told(session, said)
                + repeats.told(session);
        var attempt = turn.takeUp(words);
        return new Begun(
                turn.id(),
                attempt,
                turn.tries(),
                session.thread().orElseThrow(),
                readerOf(session, said),
                turn.message(),
                turn.isForPlaybook(),
                spent.isSpent(session.workspace()),
                briefing.answering(session, summing.talk(session), words));
    }
}
