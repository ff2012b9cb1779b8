package dev.cowork.training;

import dev.cowork.delivery.PostSent;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Begins a drill: its card goes to the trainee's direct messages, and its thread is where they practise.
@ApplicationScoped
class StartingDrill {
    private final DrillRuns runs;
    private final DrillShelf shelf;
    private final Posting posting;
    private final InstantSource clock;

    StartingDrill(DrillRuns runs, DrillShelf shelf, Posting posting, InstantSource clock) {
        this.runs = runs;
        this.shelf = shelf;
        this.posting = posting;
        this.clock = clock;
    }

    @Transactional
    void start(WorkspaceId workspace, MemberId trainee, String drill, DrillRun.Way way) {
        shelf.find(workspace, drill).ifPresent(found -> {
            var help = Help.after(runs.closenessOf(workspace, trainee));
            var run = DrillRun.begin(RunKey.fresh(workspace), trainee, found, way, help, clock.instant());
            runs.persist(run);
            posting.say(workspace, trainee.value(), run.message(), DrillCard.of(run, found));
        });
    }

    void on(@Observes PostSent sent) {
        DrillRun.keyNamed(sent.workspace(), sent.message())
                .flatMap(runs::locked)
                .filter(run -> run.thread().isEmpty())
                .ifPresent(run -> run.standsAt(new ThreadRef(sent.channel(), sent.ts())));
    }
}
