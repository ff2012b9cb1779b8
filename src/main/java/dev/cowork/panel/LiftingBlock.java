package dev.cowork.panel;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.Outbox;
import dev.cowork.session.Casework;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// A block is asked to be lifted, and lifted by a person who may, with a reason that everybody reads.
@ApplicationScoped
class LiftingBlock {
    private final Blocks blocks;
    private final Panels panels;
    private final Blocking blocking;
    private final ShowingPanel showing;
    private final Casework casework;
    private final SessionStory story;
    private final Settings settings;
    private final Posting posting;
    private final Outbox outbox;

    LiftingBlock(
            Blocks blocks,
            Panels panels,
            Blocking blocking,
            ShowingPanel showing,
            Casework casework,
            SessionStory story,
            Settings settings,
            Posting posting,
            Outbox outbox) {
        this.outbox = outbox;
        this.blocks = blocks;
        this.panels = panels;
        this.blocking = blocking;
        this.showing = showing;
        this.casework = casework;
        this.story = story;
        this.settings = settings;
        this.posting = posting;
    }

    @Transactional
    Optional<Blocked> of(Gesture gesture, UUID id) {
        return blocks.of(gesture.workspace(), id);
    }

    @Transactional
    Optional<String> refusal(Gesture gesture, Blocked block) {
        return blocking.refusal(gesture, block);
    }

    /// Somebody pressed who may not: it changes nothing, and is entered.
    void refused(Gesture gesture, UUID id) {
        blocks.of(gesture.workspace(), id)
                .filter(block -> blocking.refusal(gesture, block).isPresent())
                .ifPresent(block -> {
                    story.threadOf(gesture.workspace(), block.session())
                            .ifPresent(thread -> whisper(gesture, block, thread));
                    blocking.refuse(block, gesture);
                });
    }

    private void whisper(Gesture gesture, Blocked block, ThreadRef thread) {
        posting.whisper(
                gesture.workspace(),
                thread,
                gesture.member(),
                Key.of("panel-block", block.id(), gesture.key()),
                NoteCard.of(blocking.refusal(gesture, block).orElse("")));
    }

    void lift(Gesture gesture, UUID id, String reason) {
        var known = blocks.of(gesture.workspace(), id);
        var held = known.flatMap(block -> casework.hold(gesture.workspace(), block.session()));
        if (held.isEmpty()) {
            return;
        }
        var block = blocks.locked(gesture.workspace(), id).orElseThrow();
        var panel = panels.locked(gesture.workspace(), block.panel()).orElseThrow();
        if (blocking.refusal(gesture, block).isPresent()) {
            refused(gesture, id);
            return;
        }
        casework.tell(
                held.get(),
                gesture.member(),
                "[" + gesture.member().mention() + ", who may, lifted a block by policy (" + block.clause()
                        + "). What it forbade may be done this time.]",
                false);
        var before = block.state();
        blocking.lift(block, gesture, reason);
        showing.revise(panel, held.get().thread());
        if (outbox.isPut(gesture.workspace(), BlockCard.key(block))) {
            reviseCard(gesture, block, held.get().thread());
        }
        blocking.enterLifted(block, before, gesture);
    }

    private void reviseCard(Gesture gesture, Blocked block, ThreadRef thread) {
        posting.revise(
                gesture.workspace(),
                BlockCard.key(block),
                "lifted",
                BlockCard.of(block, gesture.member(), thread.channel()));
    }

    /// Shows the block to those who may lift it; asked twice it stands there once.
    void ask(Gesture gesture, UUID id) {
        blocks.of(gesture.workspace(), id)
                .filter(block -> casework.refusal(gesture, block.session()).isEmpty())
                .filter(Blocked::isInForce)
                .ifPresent(block -> casework.hold(gesture.workspace(), block.session())
                        .ifPresent(held -> {
                            posting.say(
                                    gesture.workspace(),
                                    settings.approvalsChannel(gesture.workspace()),
                                    BlockCard.key(block),
                                    BlockCard.of(
                                            block,
                                            gesture.member(),
                                            held.thread().channel()));
                            casework.say(
                                    held,
                                    Key.of("panel-block", block.id(), "asked"),
                                    gesture.member().mention()
                                            + " asked for the block to be lifted. Supervisors and managers see it in the"
                                            + " approvals channel.");
                        }));
    }

    @Transactional
    Optional<String> askRefusal(Gesture gesture, UUID id) {
        var block = of(gesture, id);
        return block.isEmpty()
                ? Optional.of("I do not know this block.")
                : casework.refusal(gesture, block.get().session());
    }
}
