package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Gaps, to be read by App Home and the digest.
@ApplicationScoped
public class GapBook {
    private static final int MOST = 5;
    private static final Duration LATELY = Duration.ofDays(90);

    private final Gaps gaps;
    private final KeepingGaps keeping;
    private final InstantSource clock;

    GapBook(Gaps gaps, KeepingGaps keeping, InstantSource clock) {
        this.clock = clock;
        this.gaps = gaps;
        this.keeping = keeping;
    }

    /// @param times sessions it hurt
    /// @param uses later sessions that its answer helped
    public record Entry(String id, String question, long times, Optional<MemberId> keeper, String answer, long uses) {
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    /// @param all what hurts most, for those who may assign; empty for others
    /// @param mine what the person is to answer
    ///
    /// @param answered closed lately, the newest first, for those who may assign
    public record Desk(List<Entry> all, long openInAll, List<Entry> mine, List<Entry> answered) {}

    @Transactional
    public Desk deskOf(WorkspaceId workspace, MemberId member) {
        var open = gaps.open(workspace, 200).stream().map(GapBook::entry).toList();
        var mayAssign = keeping.mayAssign(workspace, member);
        return new Desk(
                mayAssign ? open.stream().limit(MOST).toList() : List.of(),
                mayAssign ? gaps.openIn(workspace) : 0,
                open.stream()
                        .filter(gap -> gap.keeper().filter(member::equals).isPresent())
                        .limit(MOST)
                        .toList(),
                mayAssign ? closedSince(workspace, clock.instant().minus(LATELY)) : List.of());
    }

    @Transactional
    public List<Entry> closedSince(WorkspaceId workspace, Instant since) {
        return gaps.closedSince(workspace, since, MOST).stream()
                .map(GapBook::entry)
                .toList();
    }

    /// Gaps of one kind, counted.
    ///
    /// @param isPolicy whether a policy is not clear; otherwise an article is missing
    /// @param found for the first time between two instants
    /// @param hurt sessions in which one was met between these
    /// @param people who met it there
    /// @param closed between these
    /// @param minutes half of the closed ones were open no longer
    /// @param open now
    /// @param uses later sessions that an answer helped, between these
    public record Counted(
            boolean isPolicy, long found, long hurt, long people, long closed, double minutes, long open, long uses) {}

    /// Policies that are not clear come last. A kind of which there never was one is left out.
    @Transactional
    public List<Counted> counted(WorkspaceId workspace, Instant from, Instant to) {
        return gaps.counted(workspace, from, to);
    }

    private static Entry entry(Gaps.Counted counted) {
        var gap = counted.gap();
        return new Entry(
                gap.key().id().toString(), gap.question(), counted.times(), gap.keeper(), gap.answer(), counted.uses());
    }
}
