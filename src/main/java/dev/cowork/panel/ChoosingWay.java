package dev.cowork.panel;

import dev.cowork.session.Casework;
import dev.cowork.slack.Gesture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// An agent decides how to go on; what is written follows from it.
@ApplicationScoped
class ChoosingWay {
    private final Panels panels;
    private final Blocks blocks;
    private final ShowingPanel showing;
    private final CallingPanel calling;
    private final Casework casework;
    private final InstantSource clock;

    ChoosingWay(
            Panels panels,
            Blocks blocks,
            ShowingPanel showing,
            CallingPanel calling,
            Casework casework,
            InstantSource clock) {
        this.panels = panels;
        this.blocks = blocks;
        this.showing = showing;
        this.calling = calling;
        this.casework = casework;
        this.clock = clock;
    }

    @Transactional
    Optional<String> refusal(Gesture gesture, UUID id, String choice) {
        var panel = panels.of(gesture.workspace(), id);
        if (panel.isEmpty()) {
            return Optional.of("I do not know this call of the specialists.");
        }
        return casework.refusal(gesture, panel.get().session()).or(() -> {
            if (panel.get().state() != Panel.State.DECIDING) {
                return Optional.of("This was decided already, or the specialists were called anew.");
            }
            return isOffered(panel.get(), choice)
                    ? Optional.empty()
                    : Optional.of("This cannot be chosen while the block stands.");
        });
    }

    private boolean isOffered(Panel panel, String choice) {
        return showing.compared(panel).choices().stream().anyMatch(it -> it.id().equals(choice));
    }

    void choose(Gesture gesture, UUID id, String choice) {
        panels.of(gesture.workspace(), id)
                .filter(_ -> refusal(gesture, id, choice).isEmpty())
                .flatMap(panel -> casework.hold(gesture.workspace(), panel.session()))
                .ifPresent(held -> panels.locked(gesture.workspace(), id)
                        .filter(panel -> panels.underWayIn(gesture.workspace(), panel.session())
                                .isEmpty())
                        .filter(panel -> panel.choose(choice, gesture.member()))
                        .ifPresent(panel -> goOn(panel, held, gesture)));
    }

    /// Whoever goes on while a block stands goes on without what it forbids, whichever way they chose.
    private void goOn(Panel panel, Casework.Held held, Gesture gesture) {
        blocks.of(panel).forEach(block -> block.keep(gesture.member(), clock.instant()));
        showing.revise(panel, held.thread());
        calling.wake(panel, "draft");
    }
}
