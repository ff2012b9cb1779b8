package dev.cowork.training;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Practice;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// What a drill stands at, and what a turn brought: each one short transaction.
@ApplicationScoped
class PlayDesk {
    private static final int MOST_TURNS = 12;

    private final DrillRuns runs;
    private final DrillTurns turns;
    private final EndingDrill ending;
    private final Posting posting;

    PlayDesk(DrillRuns runs, DrillTurns turns, EndingDrill ending, Posting posting) {
        this.runs = runs;
        this.turns = turns;
        this.ending = ending;
        this.posting = posting;
    }

    /// Something of a trainee's that waits for an answer.
    ///
    /// @param before the turns before it, oldest first, all answered
    record Told(
            RunKey run,
            Drill drill,
            DrillRun.Way way,
            Help help,
            Temper temper,
            List<DrillTurn> before,
            int number,
            String words) {
        @Override
        public String toString() {
            return "Told[" + run + ", " + number + "]";
        }
    }

    /// What came of it.
    ///
    /// @param isLast whether the drill is at its end
    record Played(Practice.Line line, Practice.Seen declared, Seen seen, Temper temper, boolean isLast) {}

    @Transactional
    Optional<Told> next(RunKey key) {
        return runs.locked(key)
                .filter(run -> run.isRunning() && run.thread().isPresent())
                .flatMap(this::next);
    }

    private Optional<Told> next(DrillRun run) {
        var all = turns.of(run);
        return all.stream()
                .filter(turn -> !turn.isAnswered())
                .findFirst()
                .map(turn -> new Told(
                        run.key(),
                        run.drill(),
                        run.way(),
                        run.help(),
                        run.temper(),
                        all.stream().filter(DrillTurn::isAnswered).toList(),
                        turn.number(),
                        turn.words()));
    }

    /// Keeps what a turn brought; what another run of the same errand brought already is dropped.
    @Transactional
    void keep(Told told, Played played) {
        runs.locked(told.run())
                .filter(DrillRun::isRunning)
                .ifPresent(run -> turns.of(run).stream()
                        .filter(turn -> turn.number() == told.number() && !turn.isAnswered())
                        .findFirst()
                        .ifPresent(turn -> keep(run, turn, played)));
    }

    private void keep(DrillRun run, DrillTurn turn, Played played) {
        var isPlayed = run.way() == DrillRun.Way.ROLE_PLAY;
        turn.answer(played.line(), played.declared(), played.seen(), played.temper());
        run.cool(played.temper());
        posting.reply(
                run.key().in(),
                run.thread().orElseThrow(),
                Key.of("drill", run.key(), "turn", turn.number()),
                isPlayed
                        ? LineCard.ofCustomer(run.drill().customer(), played.line(), played.temper())
                        : LineCard.ofCoach(played.line()));
        if (played.isLast() || (isPlayed && turn.number() >= MOST_TURNS)) {
            ending.end(run);
        }
    }
}
