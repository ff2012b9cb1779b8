package dev.cowork.training;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.session.OtherThread;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Posting;
import dev.cowork.slack.SlackText;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.regex.Pattern;

/// Hears what a trainee writes in the thread of their drill.
@ApplicationScoped
class TraineeThread implements OtherThread {
    private static final Pattern FINISH =
            Pattern.compile("\\s*(?:finish|done|stop)[.!]*\\s*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 4_000;

    private final DrillRuns runs;
    private final DrillTurns turns;
    private final EndingDrill ending;
    private final Inbox inbox;
    private final Posting posting;
    private final InstantSource clock;

    TraineeThread(
            DrillRuns runs, DrillTurns turns, EndingDrill ending, Inbox inbox, Posting posting, InstantSource clock) {
        this.runs = runs;
        this.turns = turns;
        this.ending = ending;
        this.inbox = inbox;
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public boolean isMine(WorkspaceId workspace, ThreadRef thread) {
        return runs.in(workspace, thread).isPresent();
    }

    @Override
    public void hear(Inbound.Said said) {
        var workspace = said.gesture().workspace();
        said.thread()
                .flatMap(thread -> runs.in(workspace, thread))
                .flatMap(run -> runs.locked(run.key()))
                .filter(run -> run.trainee().equals(said.gesture().member()))
                .filter(_ -> !said.text().isBlank())
                .ifPresent(run -> hear(run, said));
    }

    private void hear(DrillRun run, Inbound.Said said) {
        if (!run.isRunning()) {
            posting.reply(
                    run.key().in(),
                    run.thread().orElseThrow(),
                    Key.of("drill", run.key(), "over", said.ts()),
                    LineCard.over());
        } else if (FINISH.matcher(said.text()).matches()) {
            ending.end(run);
        } else {
            take(run, said);
        }
    }

    private void take(DrillRun run, Inbound.Said said) {
        var number = turns.of(run).size() + 1;
        turns.persist(DrillTurn.of(run, number, SlackText.cut(said.text().strip(), LONGEST), clock.instant()));
        inbox.accept(Delivery.own(
                run.key().in(),
                Key.of(PlayingDrill.KIND, run.key(), number),
                Lane.of(run.key().in(), PlayingDrill.KIND, run.key()),
                PlayingDrill.KIND,
                run.key().toString()));
    }
}
