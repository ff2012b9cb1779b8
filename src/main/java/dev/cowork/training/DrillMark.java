package dev.cowork.training;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/// A step of a scorecard, as it was kept.
@Entity
@Table(name = "drill_mark")
class DrillMark {
    @EmbeddedId
    private RunKey key;

    private UUID run;

    @Enumerated(EnumType.STRING)
    private Step step;

    private boolean earned;
    private String sentence;

    @SuppressWarnings("NullAway")
    DrillMark() {}

    static DrillMark of(DrillRun run, Scorecard.Mark mark) {
        var kept = new DrillMark();
        kept.key = RunKey.fresh(run.key().in());
        kept.run = run.key().id();
        kept.step = mark.step();
        kept.earned = mark.isEarned();
        kept.sentence = mark.sentence();
        return kept;
    }

    Scorecard.Mark mark() {
        return new Scorecard.Mark(step, earned, sentence);
    }
}
