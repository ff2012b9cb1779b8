package dev.cowork.audit;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostSent;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Keeps the end of each chain where no owner of the database can change it: once a day in the approvals channel.
@ApplicationScoped
class AnchoringAudit {
    private final AuditEntries entries;
    private final AuditAnchors anchors;
    private final Posting posting;
    private final Settings settings;

    AnchoringAudit(AuditEntries entries, AuditAnchors anchors, Posting posting, Settings settings) {
        this.entries = entries;
        this.anchors = anchors;
        this.posting = posting;
        this.settings = settings;
    }

    /// Anchors what was written before this day began, each workspace in a transaction of its own, once a day however
    /// often and by however many it is called. A chain that has not grown keeps its last anchor.
    void anchorDue(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        QuarkusTransaction.requiringNew()
                .call(() -> anchors.due(midnight, today))
                .forEach(workspace -> QuarkusTransaction.requiringNew().run(() -> anchor(workspace, today, now)));
    }

    private void anchor(WorkspaceId workspace, LocalDate today, Instant now) {
        var head = entries.lockedHead(workspace);
        if (anchors.of(workspace, today).isEmpty()) {
            var anchor = AuditAnchor.of(head, today, now);
            anchors.persist(anchor);
            posting.say(workspace, settings.approvalsChannel(workspace), key(today), AnchorCard.of(anchor));
        }
    }

    /// The post has arrived: from now on it can be looked up.
    @Transactional
    void on(@Observes PostSent sent) {
        dayOf(sent.message())
                .flatMap(day -> anchors.of(sent.workspace(), day))
                .filter(anchor -> !anchor.isPosted())
                .ifPresent(anchor -> anchor.stands(sent.channel(), sent.ts()));
    }

    private static Key key(LocalDate day) {
        return Key.of("audit", "anchor", day);
    }

    private static Optional<LocalDate> dayOf(Key message) {
        return message.value().startsWith("audit/anchor/")
                ? Optional.of(LocalDate.parse(message.value().substring("audit/anchor/".length())))
                : Optional.empty();
    }
}
