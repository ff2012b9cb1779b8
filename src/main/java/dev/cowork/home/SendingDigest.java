package dev.cowork.home;

import dev.cowork.delivery.Chore;
import dev.cowork.delivery.Key;
import dev.cowork.insight.GapBook;
import dev.cowork.insight.TipCount;
import dev.cowork.session.SessionBook;
import dev.cowork.slack.Posting;
import dev.cowork.training.PracticeBook;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/// Sends the weekly digest to the leads who want it, once a week each, counted from their wish.
@ApplicationScoped
class SendingDigest implements Chore {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_TIPS = 5;

    private final DigestReaders readers;
    private final HomeVisits visits;
    private final SessionBook sessions;
    private final PracticeBook practice;
    private final TipCount tips;
    private final GapBook gaps;
    private final Roles roles;
    private final Posting posting;
    private final InstantSource clock;

    SendingDigest(
            DigestReaders readers,
            HomeVisits visits,
            SessionBook sessions,
            PracticeBook practice,
            TipCount tips,
            GapBook gaps,
            Roles roles,
            Posting posting,
            InstantSource clock) {
        this.readers = readers;
        this.visits = visits;
        this.sessions = sessions;
        this.practice = practice;
        this.tips = tips;
        this.gaps = gaps;
        this.roles = roles;
        this.posting = posting;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "weekly-digest";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        var now = clock.instant();
        workspacesDue(now).forEach(tips::learnNow);
        sendDue(now);
    }

    @Transactional
    Set<WorkspaceId> workspacesDue(Instant now) {
        return readers.dueBefore(now.minus(WEEK)).stream()
                .map(DigestReader::workspace)
                .collect(Collectors.toSet());
    }

    @Transactional
    void sendDue(Instant now) {
        readers.dueBefore(now.minus(WEEK)).forEach(reader -> {
            // Who leads nobody any more gets none, and keeps their wish.
            if (roles.of(reader.workspace(), reader.member()).decides()) {
                posting.say(
                        reader.workspace(),
                        reader.member().value(),
                        Key.of("weekly", reader.member(), now.getEpochSecond()),
                        WeekCard.of(of(reader.workspace(), now.minus(WEEK))));
            }
            reader.sent(now);
        });
    }

    Digest of(WorkspaceId workspace, Instant since) {
        var shared = tips.lovedSince(workspace, since, MOST_TIPS);
        var notYet = visits.in(workspace).stream()
                .filter(visit -> sessions.allOf(workspace, visit.member()).isEmpty())
                .filter(visit -> practice.ownOf(workspace, visit.member()).ended() == 0)
                .count();
        return new Digest(
                shared.stream().findFirst(),
                shared.stream().skip(1).toList(),
                gaps.closedSince(workspace, since),
                notYet);
    }
}
