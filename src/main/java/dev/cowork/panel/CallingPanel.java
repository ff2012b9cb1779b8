package dev.cowork.panel;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.session.Casework;
import dev.cowork.slack.Gesture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Calls the specialists to a session, and puts them to work. The database keeps a second panel out of a session.
@ApplicationScoped
class CallingPanel {
    private final Panels panels;
    private final Blocks blocks;
    private final Profiles profiles;
    private final ShowingPanel showing;
    private final Budget budget;
    private final Casework casework;
    private final Inbox inbox;
    private final InstantSource clock;

    CallingPanel(
            Panels panels,
            Blocks blocks,
            Profiles profiles,
            ShowingPanel showing,
            Budget budget,
            Casework casework,
            Inbox inbox,
            InstantSource clock) {
        this.panels = panels;
        this.blocks = blocks;
        this.profiles = profiles;
        this.showing = showing;
        this.budget = budget;
        this.casework = casework;
        this.inbox = inbox;
        this.clock = clock;
    }

    /// Why nobody is called; empty where they may be.
    @Transactional
    Optional<String> refusal(Gesture gesture, UUID session) {
        return casework.refusal(gesture, session)
                .or(() -> panels.underWayIn(gesture.workspace(), session)
                        .map(_ -> "The specialists are at work in this session already. Write *stop* to stop them."))
                .or(() -> budget.refusal(gesture.workspace()));
    }

    void call(Gesture gesture, UUID session) {
        if (refusal(gesture, session).isPresent()) {
            return;
        }
        casework.hold(gesture.workspace(), session).ifPresent(held -> {
            // What was open to choose is looked at anew; what was blocked stays so until it is lifted.
            panels.decidingIn(gesture.workspace(), session).forEach(panel -> {
                panel.moveTo(Panel.State.DONE, clock.instant());
                blocks.of(panel).forEach(block -> block.keep(gesture.member(), clock.instant()));
                showing.revise(panel, held.thread());
            });
            var panel = Panel.call(held, profiles.all(), gesture.member(), clock.instant());
            panels.persistAndFlush(panel);
            wake(panel, "call");
        });
    }

    /// @param cause makes this waking unique within the panel
    void wake(Panel panel, Object cause) {
        inbox.accept(Delivery.own(
                panel.workspace(),
                Key.of(Convening.KIND, panel.id(), cause),
                casework.laneOf(panel.workspace(), panel.session()),
                Convening.KIND,
                panel.id().toString()));
    }
}
