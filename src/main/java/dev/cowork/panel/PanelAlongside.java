package dev.cowork.panel;

import dev.cowork.session.Alongside;
import dev.cowork.session.SessionClosed;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a panel means for its session: it can be stopped there, and what it blocks is in no draft that is used.
@ApplicationScoped
class PanelAlongside implements Alongside {
    private final Panels panels;
    private final Blocks blocks;
    private final ShowingPanel showing;
    private final InstantSource clock;

    PanelAlongside(Panels panels, Blocks blocks, ShowingPanel showing, InstantSource clock) {
        this.panels = panels;
        this.blocks = blocks;
        this.showing = showing;
        this.clock = clock;
    }

    @Override
    public boolean stop(WorkspaceId workspace, UUID session, MemberId by) {
        return panels.underWayIn(workspace, session)
                .flatMap(panel -> panels.locked(workspace, panel.id()))
                .filter(panel -> panel.stop(by))
                .isPresent();
    }

    /// While nobody has decided about a block, no draft is used; afterwards none that promises what is blocked.
    @Override
    public Optional<String> forbids(WorkspaceId workspace, UUID session, Set<String> kinds) {
        return blocks.inForce(workspace, session).stream()
                .filter(block -> block.state() == Blocked.State.STANDING || kinds.contains(block.kind()))
                .findFirst()
                .map(PanelAlongside::why);
    }

    private static String why(Blocked block) {
        var what = PanelText.inline(block.what(), 300);
        return block.state() == Blocked.State.STANDING
                ? "The specialists blocked this by policy, and nobody has decided about it: " + what
                        + " Choose how to go on, under what they said."
                : "It promises what is blocked by policy: " + what
                        + " Take it out, or have the block lifted under what the specialists said.";
    }

    /// Nothing follows from it any more. One that is at work notices by itself.
    void on(@Observes SessionClosed closed) {
        panels.shownIn(closed.workspace(), closed.session()).forEach(panel -> {
            panel.close();
            if (panel.state() == Panel.State.DECIDING) {
                panel.moveTo(Panel.State.DONE, clock.instant());
            }
            showing.revise(panel, closed.thread());
        });
        stop(closed.workspace(), closed.session(), closed.by());
    }
}
