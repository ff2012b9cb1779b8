package dev.cowork.panel;

import dev.cowork.Screens;
import dev.cowork.knowledge.Passage;
import dev.cowork.partner.Move;
import dev.cowork.partner.Specialist;
import dev.cowork.partner.Specialist.Position;
import dev.cowork.session.Casework;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

@ApplicationScoped
class PanelScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
    private static final MemberId ANA = new MemberId("UANA00001");
    private static final String REF = "K-bcdfghjk";

    @Override
    public Map<Class<?>, List<?>> longest() {
        var panel = panel();
        var standing = blocked(panel);
        var lifted = blocked(panel);
        lifted.lift(ANA, LONG.substring(0, LiftModal.LONGEST), NOON);
        var entry = SeatEntry.missing(panel, "s5", LONG, NOON);
        return Map.of(
                PanelCard.class,
                List.of(PanelCard.of(view(panel, standing, entry)), PanelCard.of(view(panel, lifted, entry))),
                BoardCard.class,
                List.of(BoardCard.of(panel.seats(), Map.of("s5", entry), 2, "Stopped by " + ANA.mention())),
                BlockCard.class,
                List.of(BlockCard.of(standing, ANA, "C1"), BlockCard.of(lifted, ANA, "D1")),
                LiftModal.class,
                List.of(LiftModal.of(standing)),
                NoteCard.class,
                List.of(NoteCard.of(LONG)));
    }

    private static Panel panel() {
        var profiles = IntStream.range(0, Profiles.MOST)
                .mapToObj(it -> new Profile("s" + it, "&<>".repeat(10), "Look.", Set.of(), List.of(), "", 1, 1_000))
                .toList();
        var panel = Panel.call(
                new Casework.Held(WORKSPACE, UUID.randomUUID(), new ThreadRef("C1", "1.1"), ANA), profiles, ANA, NOON);
        panel.goesBy(IntStream.range(1, 30)
                .mapToObj(it -> new Specialist.Known("F" + it, "verified", LONG))
                .toList());
        panel.moveTo(Panel.State.DECIDING, NOON);
        return panel;
    }

    private static Blocked blocked(Panel panel) {
        return Blocked.by(panel, "s0", new Specialist.Block(LONG, "refund", REF, LONG), NOON);
    }

    private static ShowingPanel.View view(Panel panel, Blocked block, SeatEntry missing) {
        var nexts = List.of("answer_now", "ask_customer", "check_first", "escalate", "no_view");
        var said = IntStream.range(0, 5)
                .mapToObj(it -> new Coordinator.Said(panel.seats().get(it), position(nexts.get(it), it)))
                .toList();
        var statements = Map.of("F1", LONG, "F2", LONG, "F3", LONG);
        return new ShowingPanel.View(
                panel,
                said,
                List.of(missing),
                Coordinator.compare(said, block.isInForce() ? List.of("refund") : List.of(), block.isInForce()),
                Collections.nCopies(12, block),
                Collections.nCopies(12, LONG),
                statements,
                Collections.nCopies(9, new Passage(REF, "a.md", LONG, LONG, true)));
    }

    private static Position position(String next, int number) {
        return new Position(
                LONG,
                next,
                number == 1 ? "refund" : "credit",
                number + " USD",
                Collections.nCopies(8, new Specialist.Reason(LONG, List.of(REF, "F1", "F9", LONG))),
                5,
                Collections.nCopies(8, LONG),
                Collections.nCopies(8, LONG),
                IntStream.range(1, 30)
                        .mapToObj(it -> new Specialist.Ground("F" + it, number % 2 == 0 ? "true" : "false", LONG))
                        .toList(),
                Collections.nCopies(8, new Move.RankCauses.Cause(LONG, LONG)),
                List.of());
    }
}
