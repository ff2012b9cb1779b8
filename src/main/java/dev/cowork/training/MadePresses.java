package dev.cowork.training;

import dev.cowork.playbook.Openings;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// The buttons that lead to drills made from sessions, one listener each.
final class MadePresses {
    private MadePresses() {}

    /// `Drills from sessions`, where drills are chosen.
    @ApplicationScoped
    static class All implements Listener<Inbound.Pressed> {
        private final MakingDrill making;

        All(MakingDrill making) {
            this.making = making;
        }

        @Override
        public Address address() {
            return Address.action(DrillModal.MADE);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            var gesture = pressed.gesture();
            return new Reply.Change(MakeModal.all(making.changeableBy(gesture.workspace(), gesture.member())));
        }
    }

    /// `Change or withdraw`.
    @ApplicationScoped
    static class Change implements Listener<Inbound.Pressed> {
        private final MakingDrill making;
        private final Openings openings;

        Change(MakingDrill making, Openings openings) {
            this.making = making;
            this.openings = openings;
        }

        @Override
        public Address address() {
            return Address.action(MakeModal.CHANGE);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            var workspace = pressed.gesture().workspace();
            var session = UUID.fromString(pressed.value());
            return making.madeOf(workspace, session)
                    .filter(_ -> making.mayChange(
                            workspace, session, pressed.gesture().member()))
                    .<Reply>map(made -> new Reply.Change(MakeModal.again(made, openings.all())))
                    .orElseGet(Reply::done);
        }
    }
}
