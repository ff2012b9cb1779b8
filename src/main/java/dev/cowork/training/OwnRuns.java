package dev.cowork.training;

import dev.cowork.slack.Gesture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Runs of drills, each for its trainee and nobody else.
@ApplicationScoped
class OwnRuns {
    private final DrillRuns runs;

    OwnRuns(DrillRuns runs) {
        this.runs = runs;
    }

    @Transactional
    Optional<DrillRun> of(Gesture gesture, String id) {
        return runs.findByIdOptional(RunKey.of(gesture.workspace(), id))
                .filter(run -> run.trainee().equals(gesture.member()));
    }

    /// In the caller's transaction.
    Optional<DrillRun> locked(Gesture gesture, String id) {
        return of(gesture, id).flatMap(run -> runs.locked(run.key()));
    }
}
