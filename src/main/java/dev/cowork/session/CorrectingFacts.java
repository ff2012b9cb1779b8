package dev.cowork.session;

import dev.cowork.slack.Gesture;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// An agent corrects the ledger: the partner hears of it, everybody in the thread sees it, and it can be taken back.
/// In the caller's transaction.
@ApplicationScoped
class CorrectingFacts {
    private final Facts facts;
    private final Corrections corrections;
    private final ShowingCase showing;
    private final RecordingWords recording;
    private final Posting posting;
    private final InstantSource clock;

    CorrectingFacts(
            Facts facts,
            Corrections corrections,
            ShowingCase showing,
            RecordingWords recording,
            Posting posting,
            InstantSource clock) {
        this.facts = facts;
        this.corrections = corrections;
        this.showing = showing;
        this.recording = recording;
        this.posting = posting;
        this.clock = clock;
    }

    /// The press under which all of it happens.
    private record Press(Session session, UUID batch, MemberId by, List<String> changes) {}

    void correct(Session session, Inbound.Form form, Gesture gesture) {
        var press = new Press(session, UUID.randomUUID(), gesture.member(), new ArrayList<>());
        // What goes out of the way first, so that a fact may take another one's words.
        facts.of(session)
                .forEach(fact -> FactsModal.entry(form, fact)
                        .filter(entry -> entry.standing().isEmpty())
                        .ifPresent(_ -> remove(press, fact)));
        facts.of(session).forEach(fact -> FactsModal.entry(form, fact).ifPresent(entry -> correct(press, fact, entry)));
        Standing.of(form.value(FactsModal.NEW_STANDING))
                .ifPresent(standing -> add(press, standing, form.value(FactsModal.NEW_WORDS)));
        if (!press.changes().isEmpty()) {
            tell(press);
        }
    }

    private void correct(Press press, Fact fact, FactsModal.Entry entry) {
        var standing = entry.standing().orElse(fact.standing());
        var words = entry.words().equals(FactsModal.shown(fact)) ? fact.statement() : entry.words();
        if (standing == fact.standing() && words.equals(fact.statement())) {
            return;
        }
        change(press, fact, it -> {
            var line = it.standing().shown() + ": " + it.statement() + " → " + standing.shown()
                    + (words.equals(it.statement()) ? "" : ": " + words);
            it.reword(words, clock.instant());
            it.moveTo(standing, clock.instant());
            press.changes().add(line);
        });
    }

    private void remove(Press press, Fact fact) {
        change(press, fact, it -> {
            it.remove(press.by());
            press.changes().add("Removed: " + it.statement());
        });
    }

    private void change(Press press, Fact fact, Consumer<Fact> how) {
        corrections.persist(Correction.of(press.session(), press.batch(), fact, press.by(), clock.instant()));
        how.accept(fact);
    }

    private void add(Press press, Standing standing, String words) {
        var known = facts.with(press.session(), words);
        known.ifPresent(fact -> change(press, fact, Fact::comeBack));
        var fact = facts.note(press.session(), standing, words, "", clock.instant());
        if (known.isEmpty()) {
            corrections.persist(Correction.ofNew(press.session(), press.batch(), fact, press.by(), clock.instant()));
        }
        press.changes().add("Added: " + standing.shown() + ": " + words);
    }

    private void tell(Press press) {
        showing.revise(press.session());
        posting.reply(
                press.session().workspace(),
                press.session().thread().orElseThrow(),
                CorrectionCard.key(press.batch()),
                CorrectionCard.of(press.by(), press.batch(), press.changes()));
        recording.record(
                press.session(), Utterance.Kind.NOTE, press.by(), CorrectionCard.told(press.by(), press.changes()));
    }

    /// Once, however often somebody presses.
    void takeBack(Session session, UUID batch, Gesture gesture) {
        var these = corrections.of(session.workspace(), batch).stream()
                .filter(it -> !it.isTakenBack())
                .toList();
        if (these.isEmpty()) {
            return;
        }
        these.forEach(correction -> facts.of(session, correction.fact())
                .ifPresent(fact -> correction.takeBack(fact, gesture.member(), clock.instant())));
        showing.revise(session);
        posting.revise(
                session.workspace(),
                session.thread().orElseThrow(),
                CorrectionCard.key(batch),
                "taken-back",
                CorrectionCard.takenBack(gesture.member()));
        recording.record(
                session,
                Utterance.Kind.NOTE,
                gesture.member(),
                "[" + gesture.member().mention() + " took the last correction of the facts back.]");
    }
}
