package dev.cowork.keeping;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Lets go of what an administrator said to forget, in bounded steps, and hands out the receipt. Begun again after
/// a crash it goes on with what is left.
@ApplicationScoped
class ForgettingErrand implements Errand {
    private static final String KIND = "forget";

    private final KeptRows rows;
    private final FindingWhose finding;
    private final LettingGo lettingGo;
    private final Inbox inbox;
    private final Posting posting;
    private final AuditChain audit;
    private final InstantSource clock;

    ForgettingErrand(
            KeptRows rows,
            FindingWhose finding,
            LettingGo lettingGo,
            Inbox inbox,
            Posting posting,
            AuditChain audit,
            InstantSource clock) {
        this.rows = rows;
        this.finding = finding;
        this.lettingGo = lettingGo;
        this.inbox = inbox;
        this.posting = posting;
        this.audit = audit;
        this.clock = clock;
    }

    /// Joins the caller's transaction.
    void ask(Gesture gesture, String reference) {
        var workspace = gesture.workspace();
        var kind = finding.of(workspace, reference).map(Whose::kind);
        if (kind.isEmpty()) {
            return;
        }
        var id = UUID.nameUUIDFromBytes((workspace + " " + gesture.key()).getBytes(StandardCharsets.UTF_8));
        rows.persist(Forgetting.asked(
                workspace,
                id,
                kind.get(),
                reference,
                gesture.member(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        inbox.accept(Delivery.own(workspace, Key.of(KIND, id), Lane.of(workspace, KIND), KIND, id.toString()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var workspace = delivery.workspace();
        var id = UUID.fromString(delivery.body());
        var reference = QuarkusTransaction.requiringNew()
                .call(() -> asked(workspace, id).reference());
        var whose = finding.of(workspace, reference);
        var gone = whose.map(it -> lettingGo.letGo(workspace, it)).orElse(Map.of());
        QuarkusTransaction.requiringNew().run(() -> tell(workspace, id, gone));
    }

    private Forgetting asked(WorkspaceId workspace, UUID id) {
        return rows.findById(new Forgetting.Id(workspace.value(), id));
    }

    private void tell(WorkspaceId workspace, UUID id, Map<String, Long> gone) {
        var asked = asked(workspace, id);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        asked.done(ForgetModal.listed(gone), now);
        posting.say(workspace, asked.askedBy().value(), Key.of(KIND, "receipt", id), ReceiptCard.of(id, gone));
        audit.write(new AuditFact(
                workspace,
                Optional.empty(),
                "forgot",
                asked.askedBy(),
                asked.askedBy(),
                new AuditFact.Change("keeping", "kept", "forgotten"),
                now,
                AuditFact.NO_GESTURE,
                Map.of(
                        "receipt",
                        id.toString(),
                        "rows",
                        Long.toString(gone.values().stream()
                                .mapToLong(Long::longValue)
                                .sum()))));
    }
}
