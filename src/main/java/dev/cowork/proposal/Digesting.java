package dev.cowork.proposal;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Tells those who have much open what waits for them: one direct message each, and then none for a while.
@ApplicationScoped
class Digesting {
    private static final int AT_ONCE = 100;
    private final Digests digests;
    private final Proposals proposals;
    private final Absences absences;
    private final Roles roles;
    private final ProposalConfig config;
    private final Posting posting;
    private final InstantSource clock;

    Digesting(
            Digests digests,
            Proposals proposals,
            Absences absences,
            Roles roles,
            ProposalConfig config,
            Posting posting,
            InstantSource clock) {
        this.digests = digests;
        this.proposals = proposals;
        this.absences = absences;
        this.roles = roles;
        this.config = config;
        this.posting = posting;
        this.clock = clock;
    }

    /// To be called every few seconds, outside any transaction; any number of processes may call it at once.
    void sendDue() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var due = QuarkusTransaction.requiringNew().call(() -> digests.due(now.minus(config.digestQuiet()), AT_ONCE));
        due.forEach(id -> QuarkusTransaction.requiringNew()
                .run(() -> digests.lockedIfAny(id)
                        .filter(digest -> digest.isDue(now, config.digestQuiet()))
                        .ifPresent(digest -> send(digest, now))));
    }

    private void send(Digest digest, Instant now) {
        var workspace = digest.workspace();
        var member = digest.member();
        if (absences.at(workspace, now).containsKey(member)) {
            return;
        }
        var waiting = proposals.waitingFor(workspace, member, DigestCard.MOST);
        if (waiting.isEmpty() || !roles.of(workspace, member).decides()) {
            digest.drop();
            return;
        }
        digest.sent(now);
        posting.say(
                workspace,
                member.value(),
                Key.of("digest", member, now.toEpochMilli()),
                DigestCard.of(waiting, proposals.countWaitingFor(workspace, member), now));
    }
}
