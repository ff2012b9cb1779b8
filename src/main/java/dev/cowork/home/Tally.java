package dev.cowork.home;

import dev.cowork.proposal.ProposalBook;
import dev.cowork.session.SessionBook;
import java.time.Duration;
import java.util.List;

/// A person's own sessions and decisions so far, counted and nothing more.
///
/// @param medianMinutes from opening to close; zero where nothing was closed yet
record Tally(
        int opened,
        int open,
        int closed,
        long resolved,
        long escalated,
        long medianMinutes,
        long waiting,
        long granted,
        long declined,
        long decided,
        long tips,
        long reactions) {

    static Tally of(Deeds.Seen seen, List<ProposalBook.Entry> mineEnded, long decidedByMe) {
        return new Tally(
                seen.sessions().size(),
                seen.open().size(),
                seen.closed().size(),
                ended(seen, "resolved"),
                ended(seen, "escalated"),
                median(seen.closed()),
                seen.proposals().pendingInAll(),
                mineEnded.stream()
                        .filter(it -> it.state() == ProposalBook.State.APPROVED)
                        .count(),
                mineEnded.stream()
                        .filter(it -> it.state() == ProposalBook.State.DECLINED)
                        .count(),
                decidedByMe,
                seen.tips(),
                seen.reactions());
    }

    private static long ended(Deeds.Seen seen, String outcome) {
        return seen.closed().stream().filter(it -> it.outcome().equals(outcome)).count();
    }

    private static long median(List<SessionBook.Entry> closed) {
        var minutes = closed.stream()
                .flatMap(it -> it
                        .closedAt()
                        .map(end -> Duration.between(it.openedAt(), end).toMinutes())
                        .stream())
                .sorted()
                .toList();
        return minutes.isEmpty() ? 0 : minutes.get((minutes.size() - 1) / 2);
    }
}
