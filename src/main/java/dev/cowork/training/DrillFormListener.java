package dev.cowork.training;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The form of [DrillModal] sent off.
@ApplicationScoped
class DrillFormListener implements Listener<Inbound.Submitted> {
    private final StartingDrill starting;
    private final DrillShelf shelf;

    DrillFormListener(StartingDrill starting, DrillShelf shelf) {
        this.starting = starting;
        this.shelf = shelf;
    }

    @Override
    public Address address() {
        return Address.form(DrillModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        if (!submitted.gesture().isOfThisWorkspace()) {
            return new Reply.Errors(Map.of(DrillModal.DRILL, "Drills are for people of this workspace."));
        }
        return shelf.find(submitted.gesture().workspace(), submitted.form().value(DrillModal.DRILL))
                .<Reply>map(_ -> Reply.later())
                .orElseGet(() -> new Reply.Errors(
                        Map.of(DrillModal.DRILL, "This drill is not there any more. Choose another one.")));
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        var form = submitted.form();
        starting.start(
                submitted.gesture().workspace(),
                submitted.gesture().member(),
                form.value(DrillModal.DRILL),
                form.value(DrillModal.WAY).equals(DrillRun.Way.ROLE_PLAY.name())
                        ? DrillRun.Way.ROLE_PLAY
                        : DrillRun.Way.COACHED);
    }
}
