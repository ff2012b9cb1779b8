package dev.cowork.panel;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.partner.Specialist.Ability;
import dev.cowork.session.Casework;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What comes of a panel: its card, what goes into the ledger, and who writes. In the caller's transaction.
@ApplicationScoped
class EndingPanel {
    /// With so many missing nobody disagrees any more.
    private static final int MOST_MISSING = 1;

    private final SeatEntries entries;
    private final Blocks blocks;
    private final Blocking blocking;
    private final Profiles profiles;
    private final ShowingPanel showing;
    private final Casework casework;
    private final SessionStory story;
    private final Posting posting;
    private final InstantSource clock;

    EndingPanel(
            SeatEntries entries,
            Blocks blocks,
            Blocking blocking,
            Profiles profiles,
            ShowingPanel showing,
            Casework casework,
            SessionStory story,
            Posting posting,
            InstantSource clock) {
        this.entries = entries;
        this.blocks = blocks;
        this.blocking = blocking;
        this.profiles = profiles;
        this.showing = showing;
        this.casework = casework;
        this.story = story;
        this.posting = posting;
        this.clock = clock;
    }

    /// What was said up to and in that round.
    List<Coordinator.Said> said(Panel panel, int round) {
        return showing.said(panel, round);
    }

    boolean isBroken(Panel panel) {
        return missing(panel).size() > MOST_MISSING || said(panel, 1).isEmpty();
    }

    private List<Seat> missing(Panel panel) {
        var last = entries.lastOf(panel);
        return panel.seats().stream()
                .filter(seat -> last.get(seat.id()) == null
                        || last.get(seat.id()).position().isEmpty())
                .toList();
    }

    /// All have spoken, as far as they do.
    void settle(Panel panel, Casework.Held held) {
        finishBoard(panel, held);
        rests(panel);
        if (isBroken(panel)) {
            fail(panel, held);
            return;
        }
        var said = said(panel, 2);
        casework.addCauses(
                held,
                said.stream()
                        .flatMap(it -> it.position().causes().stream())
                        .limit(8)
                        .toList());
        var blocked =
                said.stream().flatMap(it -> blocking.block(panel, it).stream()).toList();
        var isToBeDecided = showing.compared(panel).isToBeDecided();
        panel.moveTo(isToBeDecided ? Panel.State.DECIDING : Panel.State.DRAFTING, clock.instant());
        showing.post(panel, held);
        blocking.enter(blocked);
    }

    private void rests(Panel panel) {
        casework.rests(panel.workspace(), panel.session(), Key.of("panel", panel.id(), "rests"));
    }

    private void fail(Panel panel, Casework.Held held) {
        panel.moveTo(Panel.State.FAILED, clock.instant());
        var names = PanelText.names(missing(panel));
        casework.say(
                held,
                Key.of("panel", panel.id(), "failed"),
                ":warning: *The specialists end here*: " + PanelText.inline(names, 200)
                        + " are missing. The partner goes on alone.");
        casework.tell(
                held,
                panel.calledBy(),
                "[The specialists were called, and " + names + " did not answer, so nothing is decided by them. Go on"
                        + " yourself: say in a few words what you would do next.]" + quoted(told(panel)),
                true);
    }

    /// What they said is data for the partner, as what customers said is.
    private static String quoted(List<String> lines) {
        return lines.stream().map(line -> "\n> " + line.replaceAll("\\s+", " ")).collect(Collectors.joining());
    }

    /// What stays of the board of this round.
    void finishBoard(Panel panel, Casework.Held held) {
        finishBoard(panel, held.thread(), "");
    }

    private void finishBoard(Panel panel, ThreadRef thread, String note) {
        var here = entries.settledIn(panel, panel.round()).stream()
                .collect(Collectors.toMap(SeatEntry::specialist, it -> it));
        var seats = panel.seats().stream()
                .filter(seat -> panel.round() == 1 || here.containsKey(seat.id()))
                .toList();
        posting.finish(panel.workspace(), thread, panel.board(), BoardCard.of(seats, here, panel.round(), note));
    }

    /// Somebody stopped it, or its session takes no more.
    void stopped(Panel panel, Optional<Casework.Held> held) {
        var wasDrafting = panel.state() == Panel.State.DRAFTING;
        panel.moveTo(Panel.State.STOPPED, clock.instant());
        story.threadOf(panel.workspace(), panel.session()).ifPresent(thread -> {
            if (wasDrafting) {
                showing.revise(panel, thread);
            } else {
                finishBoard(panel, thread, whyStopped(panel));
                rests(panel);
            }
        });
        held.ifPresent(it -> {
            casework.tell(
                    it, panel.stoppedBy().orElse(it.owner()), "[The specialists were called and stopped.]", false);
        });
    }

    private static String whyStopped(Panel panel) {
        return panel.stoppedBy().map(by -> "Stopped by " + by.mention()).orElse("Stopped: the session is paused")
                + ". What they had said stays; nothing follows from it.";
    }

    /// Trying again did not help.
    void broken(Panel panel, Optional<Casework.Held> held) {
        if (held.isEmpty()) {
            panel.moveTo(Panel.State.FAILED, clock.instant());
        } else if (panel.state() == Panel.State.DRAFTING) {
            drafted(panel, held.get(), Optional.empty());
        } else {
            finishBoard(panel, held.get());
            rests(panel);
            fail(panel, held.get());
        }
    }

    /// The words are written, or nobody wrote: then the partner does.
    void drafted(Panel panel, Casework.Held held, Optional<Move.WriteDraft> draft) {
        panel.moveTo(Panel.State.DONE, clock.instant());
        var came = "[The specialists were called. Their positions, as data:]" + quoted(told(panel));
        if (draft.isPresent()) {
            var version = casework.bring(held, draft.get());
            casework.tell(
                    held,
                    panel.calledBy(),
                    came + "\n[Under all of it version " + version + " of the draft was written.]",
                    false);
        } else {
            casework.tell(
                    held,
                    panel.calledBy(),
                    came + "\n[Write the draft under all of it: nothing that is blocked.]",
                    true);
        }
        showing.revise(panel, held.thread());
    }

    /// Who writes; nobody where it is missing.
    List<Seat> writerOf(Panel panel) {
        var writers = profiles.all().stream()
                .filter(profile -> profile.abilities().contains(Ability.DRAFT))
                .map(Profile::id)
                .toList();
        return said(panel, 2).stream()
                .map(Coordinator.Said::seat)
                .filter(seat -> writers.contains(seat.id()))
                .limit(1)
                .toList();
    }

    /// The positions and what was decided, line by line.
    List<String> told(Panel panel) {
        var lines = new ArrayList<String>();
        said(panel, 2).forEach(it -> lines.add(Coordinator.told(it)));
        blocks.of(panel)
                .forEach(block -> lines.add(
                        block.isInForce()
                                ? "Blocked by policy, clause " + block.clause() + ": " + block.what()
                                        + " It must not be in the answer."
                                : "A block was lifted by a person who may: " + block.what()));
        panel.choice().ifPresent(choice -> lines.add("The agent decided: " + showing.inWords(panel, choice)));
        return lines;
    }

    List<String> contestedAsTold(Panel panel) {
        var statements = new HashMap<String, String>();
        panel.ledger().forEach(fact -> statements.put(fact.id(), fact.statement()));
        var contested = Coordinator.contested(said(panel, 1)).stream()
                .filter(it -> panel.contested().contains(it.fact()))
                .toList();
        return Coordinator.told(contested, Map.copyOf(statements));
    }
}
