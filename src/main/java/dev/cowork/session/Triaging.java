package dev.cowork.session;

import dev.cowork.delivery.TryLaterException;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Partner;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.partner.Sorting;
import dev.cowork.session.spend.SpendBook;
import dev.cowork.slack.LiveText;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at an opening before its first answer: a plain question gets its draft at once, a customer who waits gets
/// a holding reply first, everything else is worked out together. By rules first; the fast model is asked where
/// they do not tell.
@ApplicationScoped
class Triaging {
    /// Longer than this nobody waits to be told that a case is hard.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final Situations situations;
    private final Turns turns;
    private final Utterances utterances;
    private final Briefing briefing;
    private final Partner partner;
    private final SpendBook spent;
    private final LiveText liveText;
    private final ShowingCase showing;
    private final ShowingDraft drafts;
    private final CustomersLanguage languages;
    private final RecordingWords recording;
    private final Posting posting;

    Triaging(
            Sessions sessions,
            Situations situations,
            Turns turns,
            Utterances utterances,
            Briefing briefing,
            Partner partner,
            SpendBook spent,
            LiveText liveText,
            ShowingCase showing,
            ShowingDraft drafts,
            CustomersLanguage languages,
            RecordingWords recording,
            Posting posting) {
        this.sessions = sessions;
        this.situations = situations;
        this.turns = turns;
        this.utterances = utterances;
        this.briefing = briefing;
        this.partner = partner;
        this.spent = spent;
        this.liveText = liveText;
        this.showing = showing;
        this.drafts = drafts;
        this.languages = languages;
        this.recording = recording;
        this.posting = posting;
    }

    /// An opening nobody has looked at.
    ///
    /// @param byRules empty where the rules do not tell
    private record Opened(Brief brief, ThreadRef thread, Optional<Triage> byRules) {}

    /// Once in a session; afterwards it costs a look. Outside any transaction.
    void triage(WorkspaceId workspace, UUID id) {
        var opened = QuarkusTransaction.requiringNew()
                .call(() -> sessions.of(workspace, id).filter(this::isDue).map(this::look));
        if (opened.isPresent()) {
            var came = opened.get()
                    .byRules()
                    .orElseGet(() -> sorted(opened.get()).map(Triage::of).orElseGet(Triage::unsure));
            var areThereSpecialists = partner.hasClaude();
            QuarkusTransaction.requiringNew()
                    .run(() -> sessions.locked(workspace, id)
                            .filter(this::isDue)
                            .ifPresent(session -> keep(session, came, areThereSpecialists)));
        }
    }

    private boolean isDue(Session session) {
        return session.state() == Session.State.OPEN
                && session.thread().isPresent()
                && !session.handling().isTriaged()
                && turns.nextNumberIn(session) == 1;
    }

    private Opened look(Session session) {
        var told = told(session);
        var isTooMuch = Stream.concat(session.amount().stream(), AmountText.allIn(String.join("\n", told)).stream())
                .anyMatch(amount -> isAbove(amount, briefing.ownLimit(session)));
        return new Opened(
                briefing.of(session, String.join("\n", told)),
                session.thread().orElseThrow(),
                Triage.byRules(session.opening(), session.isQuick(), isTooMuch, told));
    }

    /// In another currency nobody can say.
    private static boolean isAbove(Money amount, Money limit) {
        return amount.currency().equals(limit.currency()) && !amount.isWithin(limit);
    }

    private List<String> told(Session session) {
        return Stream.concat(
                        situations.of(session).stream().map(Brief.Field::text),
                        utterances.waitingIn(session).stream()
                                .filter(said -> said.kind() != Utterance.Kind.EVENT)
                                .map(Utterance::words)
                                .filter(words -> !words.equals(NewSession.CALLED)))
                .toList();
    }

    /// Empty where nobody says anything in time.
    private Optional<Sorting> sorted(Opened opened) {
        var brief = opened.brief();
        if (brief.words().isBlank() || spent.isSpent(brief.workspace())) {
            return Optional.empty();
        }
        liveText.status(brief.workspace(), opened.thread(), "processing");
        var asking = new FutureTask<>(() -> partner.sort(brief));
        Thread.ofVirtual().name("triage-" + brief.session()).start(Within.carried(asking));
        try {
            return asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            asking.cancel(true);
            return Optional.empty();
        } catch (InterruptedException ending) {
            asking.cancel(true);
            Thread.currentThread().interrupt();
            throw new TryLaterException(Duration.ofSeconds(1), ending);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PartnerUnavailableException why) {
                Log.infof(
                        "session %s is worked out together: its opening was not sorted, %s",
                        brief.session(), why.kind());
                return Optional.empty();
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void keep(Session session, Triage came, boolean areThereSpecialists) {
        session.handling().triaged(came);
        if (came.way() == Triage.Way.QUICK) {
            session.makeQuick();
        }
        if (session.isQuick() || came.isUrgent()) {
            posting.reply(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    TriageCard.key(session),
                    TriageCard.of(session));
        }
        if (came.isUrgent()) {
            holdFirst(session);
        }
        if (!came.manyReasons().isEmpty() && areThereSpecialists) {
            posting.reply(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    CalledCard.key(session),
                    CalledCard.of(session, came.manyReasons()));
        }
        showing.revise(session);
    }

    private void holdFirst(Session session) {
        var told = told(session).stream().collect(Collectors.joining("\n"));
        languages.hear(session, utterances.waitingIn(session));
        var reply = HoldingFirst.of(told, session.handling().customerLanguage());
        var draft = drafts.bring(session, reply, Optional.empty());
        recording.record(
                session,
                Utterance.Kind.NOTE,
                session.owner(),
                "[It is urgent, so a holding reply stands in the thread already, as version " + draft.version()
                        + " of the draft: “" + reply.text()
                        + "” Go on with the case; no other holding reply is needed.]");
    }
}
