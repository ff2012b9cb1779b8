package dev.cowork.panel;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.session.SessionBook;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Gesture;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Sha256;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What policy blocks, and who lifts it. Joins the caller's transaction; the audit is written last.
@ApplicationScoped
class Blocking {
    /// What does it, where no person does.
    private static final MemberId SYSTEM = new MemberId("system");
    private static final String NONE = "NONE";

    private final Blocks blocks;
    private final Slices slices;
    private final Roles roles;
    private final SessionStory story;
    private final SessionBook sessions;
    private final AuditChain audit;
    private final InstantSource clock;

    Blocking(
            Blocks blocks,
            Slices slices,
            Roles roles,
            SessionStory story,
            SessionBook sessions,
            AuditChain audit,
            InstantSource clock) {
        this.sessions = sessions;
        this.blocks = blocks;
        this.slices = slices;
        this.roles = roles;
        this.story = story;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps what the position blocks, where the clause is there and says so. What rests on no clause is no block:
    /// the card says that it was named.
    ///
    /// @return what is blocked now, for [#enter]
    List<Blocked> block(Panel panel, Coordinator.Said said) {
        var blocked = new ArrayList<Blocked>();
        for (var wanted : said.position().blocks()) {
            if (!slices.says(panel.workspace(), wanted)) {
                Log.infof(
                        "panel %s: a block by %s names no clause that says so",
                        panel.id(), said.seat().id());
                continue;
            }
            var block = Blocked.by(panel, said.seat().id(), wanted, clock.instant());
            blocks.persist(block);
            blocked.add(block);
        }
        return blocked;
    }

    /// Enters them into the audit.
    void enter(List<Blocked> blocked) {
        blocked.forEach(block -> write(
                block,
                "blocked",
                SYSTEM,
                new AuditFact.Change(rule(block), NONE, block.state().name()),
                AuditFact.NO_GESTURE,
                Map.of()));
    }

    /// Why the person may not lift it; empty where they may. Nobody lifts what stands in the way of their own ticket.
    Optional<String> refusal(Gesture gesture, Blocked block) {
        if (!gesture.isOfThisWorkspace()
                || !roles.of(gesture.workspace(), gesture.member()).decides()) {
            return Optional.of(
                    "A block by policy is lifted by a supervisor or a manager. *Ask for it to be lifted* tells them.");
        }
        if (story.agentsOf(gesture.workspace(), block.session()).contains(gesture.member())) {
            return Optional.of("You work on this ticket: somebody else has to lift the block.");
        }
        return block.isInForce() ? Optional.empty() : Optional.of("This block was lifted already.");
    }

    /// By a person who may.
    void lift(Blocked block, Gesture gesture, String reason) {
        block.lift(gesture.member(), reason, clock.instant());
    }

    /// Enters it into the audit.
    void enterLifted(Blocked block, Blocked.State before, Gesture gesture) {
        write(
                block,
                "block lifted",
                gesture.member(),
                new AuditFact.Change(rule(block), before.name(), block.state().name()),
                gesture.key(),
                Map.of("wordsSha256", Sha256.of(block.reason())));
    }

    /// An attempt that changed nothing.
    void refuse(Blocked block, Gesture gesture) {
        var state = block.state().name();
        write(
                block,
                "refused",
                gesture.member(),
                new AuditFact.Change("refused: may not lift, " + rule(block), state, state),
                gesture.key(),
                Map.of());
    }

    private static String rule(Blocked block) {
        return "block by " + block.specialist() + ", clause " + block.clause();
    }

    private void write(
            Blocked block,
            String deed,
            MemberId by,
            AuditFact.Change change,
            String gesture,
            Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put("step", "block " + block.id() + " in session " + block.session() + ", " + block.kind());
        if (!by.equals(SYSTEM)) {
            all.put("role", roles.of(block.workspace(), by).name());
        }
        audit.write(new AuditFact(
                block.workspace(),
                Optional.empty(),
                deed,
                by,
                sessions.ownerOf(block.workspace(), block.session()).orElse(by),
                change,
                clock.instant(),
                gesture,
                all));
    }
}
