package dev.cowork.training;

import dev.cowork.session.OpeningDoor;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The buttons around a drill, one listener each.
final class DrillPresses {
    private static final String NOT_YOURS = "This drill is somebody else's.";

    private DrillPresses() {}

    abstract static class OfRun implements Listener<Inbound.Pressed> {
        private final String actionId;
        private final OwnRuns runs;

        OfRun(String actionId, OwnRuns runs) {
            this.actionId = actionId;
            this.runs = runs;
        }

        @Override
        public Address address() {
            return Address.action(actionId);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        /// The run that was pressed on, where it is the presser's own.
        Optional<DrillRun> own(Inbound.Pressed pressed) {
            return runs.of(pressed.gesture(), pressed.value());
        }
    }

    /// `Finish`.
    @Singleton
    static class Finish extends OfRun {
        private final OwnRuns runs;
        private final EndingDrill ending;

        Finish(OwnRuns runs, EndingDrill ending) {
            super(DrillCard.FINISH, runs);
            this.runs = runs;
            this.ending = ending;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return own(pressed).isPresent() ? Reply.later() : new Reply.Whisper(NOT_YOURS);
        }

        @Override
        public void hear(Inbound.Pressed pressed) {
            runs.locked(pressed.gesture(), pressed.value()).ifPresent(ending::end);
        }
    }

    /// `Practise again`: the form, with the same drill in it.
    @Singleton
    static class Again extends OfRun {
        private final ChoosingDrill choosing;

        Again(OwnRuns runs, ChoosingDrill choosing) {
            super(ScoreCard.AGAIN, runs);
            this.choosing = choosing;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return choosing.form(
                    pressed.gesture().workspace(),
                    own(pressed).map(run -> run.drill().id()));
        }
    }

    /// `Share scorecard`: asks where.
    @Singleton
    static class Share extends OfRun {
        Share(OwnRuns runs) {
            super(ScoreCard.SHARE, runs);
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return own(pressed)
                    .<Reply>map(run -> new Reply.Open(ShareModal.of(run.key())))
                    .orElseGet(() -> new Reply.Whisper(NOT_YOURS));
        }
    }

    /// `Choose a ready drill`, on the form of the Training opening.
    @ApplicationScoped
    static class Ready implements Listener<Inbound.Pressed> {
        private final ChoosingDrill choosing;

        Ready(ChoosingDrill choosing) {
            this.choosing = choosing;
        }

        @Override
        public Address address() {
            return Address.action("drill_ready");
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return choosing.instead(pressed.gesture().workspace());
        }
    }

    /// `Practise a case of my own`: the Training opening.
    @ApplicationScoped
    static class Own implements Listener<Inbound.Pressed> {
        private final OpeningDoor door;

        Own(OpeningDoor door) {
            this.door = door;
        }

        @Override
        public Address address() {
            return Address.action(DrillModal.OWN);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return door.trainingInstead(pressed.gesture().workspace());
        }
    }
}
