package dev.cowork.impact;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What sessions and proposals came to, in numbers, to be read by others.
@ApplicationScoped
public class ImpactBook {
    private static final Duration LATELY = Duration.ofDays(90);

    private final SessionFacts sessions;
    private final ProposalFacts proposals;
    private final InstantSource clock;

    ImpactBook(SessionFacts sessions, ProposalFacts proposals, InstantSource clock) {
        this.sessions = sessions;
        this.proposals = proposals;
        this.clock = clock;
    }

    /// Whose facts are meant, and of which time.
    ///
    /// @param from the first moment
    /// @param to the moment after the last
    /// @param team empty: of all
    /// @param member empty: of everybody
    public record Scope(WorkspaceId workspace, Instant from, Instant to, String team, Optional<MemberId> member) {
        String of() {
            return member.map(MemberId::value).orElse("");
        }
    }

    /// A number that is known of some sessions only.
    ///
    /// @param known of how many
    public record Known(long known, double sum) {
        public double mean() {
            return known == 0 ? 0 : sum / known;
        }

        public Known plus(Known other) {
            return new Known(known + other.known, sum + other.sum);
        }
    }

    /// Sessions of one kind, practice aside.
    ///
    /// @param opening the kind of session
    /// @param people who held them
    /// @param minutes worked, of the closed ones
    /// @param before how sure people were of handling it alone, where they said so both before and after
    /// @param own how close the own first draft came to the one that was used, in hundredths
    public record Group(
            String opening,
            long people,
            long opened,
            long closed,
            long resolved,
            long escalated,
            Known minutes,
            Known firstContact,
            Known before,
            Known after,
            Known own,
            Known partner,
            long inputTokens,
            long cachedTokens,
            long outputTokens) {}

    /// What somebody did, to be seen by them alone.
    public record Own(long opened, long closed, long resolved, Known minutes, Known before, Known after) {
        private static final Known NOTHING = new Known(0, 0);
        public static final Own NONE = new Own(0, 0, 0, NOTHING, NOTHING, NOTHING);

        public static Own of(List<Group> groups) {
            var none = NOTHING;
            return new Own(
                    groups.stream().mapToLong(Group::opened).sum(),
                    groups.stream().mapToLong(Group::closed).sum(),
                    groups.stream().mapToLong(Group::resolved).sum(),
                    groups.stream().map(Group::minutes).reduce(none, Known::plus),
                    groups.stream().map(Group::before).reduce(none, Known::plus),
                    groups.stream().map(Group::after).reduce(none, Known::plus));
        }
    }

    /// Sessions opened in a week.
    public record Week(LocalDate monday, long people, long opened) {}

    /// What people of the same time in service do: how close their own first draft comes to the one that is used.
    ///
    /// @param block of four weeks since their first session, from 0
    public record Tenure(int block, long people, Known own) {}

    /// Proposals that ended alike.
    ///
    /// @param minutes half of them were decided within
    public record Ended(String ask, String verdict, long people, long n, long byOthers, double minutes) {}

    /// What was granted, by currency and kind.
    public record Granted(String currency, String kind, long people, long n, long minor) {}

    /// A person's own figures of the last ninety days.
    @Transactional
    public Own lately(WorkspaceId workspace, MemberId member) {
        var now = clock.instant();
        var scope = new Scope(workspace, now.minus(LATELY), now.plusSeconds(1), "", Optional.of(member));
        return Own.of(sessions.groups(scope));
    }

    @Transactional
    public List<Group> groups(Scope scope) {
        return sessions.groups(scope);
    }

    @Transactional
    public List<Week> weeks(Scope scope) {
        return sessions.weeks(scope);
    }

    /// How many people held sessions, practice aside.
    @Transactional
    public long people(Scope scope) {
        return sessions.people(scope);
    }

    @Transactional
    public List<Tenure> service(Scope scope) {
        return sessions.service(scope);
    }

    @Transactional
    public List<Ended> ended(Scope scope) {
        return proposals.ended(scope);
    }

    @Transactional
    public List<Granted> granted(Scope scope) {
        return proposals.granted(scope);
    }
}
