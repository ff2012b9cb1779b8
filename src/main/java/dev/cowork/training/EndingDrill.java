package dev.cowork.training;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Ends a drill with its scorecard, in the caller's transaction.
@ApplicationScoped
class EndingDrill {
    private final DrillTurns turns;
    private final DrillMarks marks;
    private final Posting posting;
    private final Event<DrillEnded> ended;
    private final InstantSource clock;

    EndingDrill(DrillTurns turns, DrillMarks marks, Posting posting, Event<DrillEnded> ended, InstantSource clock) {
        this.turns = turns;
        this.marks = marks;
        this.posting = posting;
        this.ended = ended;
        this.clock = clock;
    }

    void end(DrillRun run) {
        if (!run.isRunning()) {
            return;
        }
        var drill = run.drill();
        var written = written(run, drill);
        var thread = run.thread().orElseThrow();
        var at = clock.instant();
        if (written.messages().isEmpty()) {
            run.end(new Scorecard(List.of(), "", ""), Optional.empty(), at);
            posting.reply(run.key().in(), thread, Key.of("drill", run.key(), "score"), LineCard.nothingWritten());
        } else {
            var card = Scorecard.of(drill, written.messages(), written.seen());
            run.end(card, written.closeness(), at);
            card.marks().forEach(mark -> marks.persist(DrillMark.of(run, mark)));
            posting.reply(run.key().in(), thread, Key.of("drill", run.key(), "score"), ScoreCard.of(run, card));
            tell(run, card, written.closeness(), at);
        }
        posting.revise(run.key().in(), run.message(), run.nextEdition(), DrillCard.of(run, drill));
    }

    /// What the trainee wrote to the customer, and what each message shows.
    private record Written(List<String> messages, List<Seen> seen, Optional<Double> closeness) {}

    private Written written(DrillRun run, Drill drill) {
        var all = turns.of(run);
        if (run.way() == DrillRun.Way.ROLE_PLAY) {
            return new Written(
                    all.stream().map(DrillTurn::words).toList(),
                    all.stream().map(DrillTurn::seen).toList(),
                    Optional.empty());
        }
        var lesson = Lesson.after(
                drill,
                run.help(),
                all.stream()
                        .filter(DrillTurn::isAnswered)
                        .map(turn -> new Lesson.Heard(turn.words(), turn.declared()))
                        .toList());
        var drafts = lesson.draftWords();
        var closeness = drafts.isEmpty()
                ? Optional.<Double>empty()
                : Optional.of(
                        Closeness.of(drafts.getFirst(), lesson.drafts().getFirst(), drafts.getLast(), drill.needs()));
        return new Written(
                drafts.isEmpty() ? List.of() : List.of(drafts.getLast()),
                drafts.isEmpty() ? List.of() : List.of(lesson.drafts().getLast()),
                closeness);
    }

    private void tell(DrillRun run, Scorecard card, Optional<Double> closeness, Instant at) {
        ended.fire(new DrillEnded(
                run.key().in(),
                run.key().id(),
                run.trainee(),
                run.drill().id(),
                run.way() == DrillRun.Way.COACHED,
                (int) card.earned(),
                card.marks().size(),
                closeness,
                run.begunAt(),
                at));
    }
}
