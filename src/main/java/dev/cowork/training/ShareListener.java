package dev.cowork.training;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/// A scorecard shared by its trainee.
@ApplicationScoped
@Transactional
class ShareListener implements Listener<Inbound.Submitted> {
    private final OwnRuns runs;
    private final DrillMarks marks;
    private final Posting posting;

    ShareListener(OwnRuns runs, DrillMarks marks, Posting posting) {
        this.runs = runs;
        this.marks = marks;
        this.posting = posting;
    }

    @Override
    public Address address() {
        return Address.form(ShareModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        if (submitted.form().value(ShareModal.WHERE).isEmpty()) {
            return new Reply.Errors(Map.of(ShareModal.WHERE, "Choose where to share it."));
        }
        return own(submitted).isPresent()
                ? Reply.later()
                : new Reply.Errors(Map.of(ShareModal.WHERE, "This scorecard is somebody else's."));
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        own(submitted).ifPresent(run -> {
            var card = new Scorecard(marks.of(run), run.keep(), run.attempt());
            posting.say(
                    run.key().in(),
                    submitted.form().value(ShareModal.WHERE),
                    Key.of("drill", run.key(), "shared", submitted.gesture().key()),
                    ScoreCard.shared(run, card));
        });
    }

    private Optional<DrillRun> own(Inbound.Submitted submitted) {
        return runs.of(submitted.gesture(), submitted.form().hidden());
    }
}
