package dev.cowork.proposal;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.proposal.authority.AuthorityChanged;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/// Notices that others may decide than the cards say, whatever the cause: an administrator named somebody, or the
/// settings are different since the last start. Every card that waits is then shown anew.
@ApplicationScoped
class NoticingWhoDecides {
    private final WhoDecidesRows rows;
    private final Proposals proposals;
    private final Roles roles;
    private final Inbox inbox;
    private final InstantSource clock;

    NoticingWhoDecides(WhoDecidesRows rows, Proposals proposals, Roles roles, Inbox inbox, InstantSource clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.roles = roles;
        this.inbox = inbox;
        this.clock = clock;
    }

    /// In the transaction that changes it.
    void on(@Observes AuthorityChanged changed) {
        var workspace = changed.workspace();
        var deciders = deciders(workspace);
        if (rows.locked(workspace, deciders, now())
                .map(seen -> !seen.is(deciders))
                .orElse(true)) {
            tell(workspace, deciders);
        }
    }

    /// To be called every few seconds, outside any transaction; any number of processes may call it at once.
    void noticeAll() {
        QuarkusTransaction.requiringNew()
                .call(() -> proposals.waitingWorkspaces().stream()
                        .filter(workspace -> !rows.say(workspace, deciders(workspace)))
                        .toList())
                .forEach(workspace -> QuarkusTransaction.requiringNew().run(() -> notice(workspace)));
    }

    /// The first time there is nothing to compare with: the cards were shown just now. Joins the caller's transaction.
    ///
    /// @return whether the cards are to be shown anew
    boolean notice(WorkspaceId workspace) {
        var deciders = deciders(workspace);
        var isNew = rows.locked(workspace, deciders, now())
                .filter(seen -> !seen.is(deciders))
                .isPresent();
        if (isNew) {
            tell(workspace, deciders);
        }
        return isNew;
    }

    private void tell(WorkspaceId workspace, String deciders) {
        var now = now();
        rows.become(workspace, deciders, now);
        inbox.accept(Delivery.own(
                workspace,
                Key.of(RefreshingCards.KIND, "deciders", now),
                Lane.of(workspace, RefreshingCards.KIND),
                RefreshingCards.KIND,
                RefreshingCards.ALL));
    }

    private String deciders(WorkspaceId workspace) {
        return roles.deciders(workspace).stream().map(MemberId::value).sorted().collect(Collectors.joining(" "));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
