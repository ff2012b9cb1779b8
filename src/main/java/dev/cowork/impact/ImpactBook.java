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
    }

    /// Sessions of one kind, practice aside.
    ///
    /// @param opening the kind of session; empty: of all kinds
    /// @param people who held them
    /// @param minutes worked, of the closed ones
    /// @param firstContactPeople who said whether the first answer settled it
    /// @param before how sure people were of handling it alone, where they said so both before and after
    /// @param confidentPeople who said so
    public record Group(
            String opening,
            long people,
            long opened,
            long closed,
            long resolved,
            long escalated,
            Known minutes,
            Known firstContact,
            long firstContactPeople,
            Known before,
            Known after,
            long confidentPeople) {}

    /// Sessions by what they began with, and all together: people who held several kinds are one.
    public record Held(List<Group> groups, Group all) {}

    /// What somebody did, to be seen by them alone.
    public record Own(long opened, long closed, long resolved, Known minutes, Known before, Known after) {
        private static final Known NOTHING = new Known(0, 0);
        public static final Own NONE = new Own(0, 0, 0, NOTHING, NOTHING, NOTHING);

        /// Of all sessions together.
        public static Own of(Group all) {
            return new Own(all.opened(), all.closed(), all.resolved(), all.minutes(), all.before(), all.after());
        }
    }

    /// Sessions opened in a week or a month.
    ///
    /// @param first its first day
    public record Span(LocalDate first, long people, long opened) {}

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
        return sessions.own(scope);
    }

    /// Of whole months, as all that follows of sessions.
    @Transactional
    public Held held(Scope scope) {
        return sessions.held(scope);
    }

    @Transactional
    public List<Span> weeks(Scope scope) {
        return sessions.weeks(scope);
    }

    @Transactional
    public List<Span> months(Scope scope) {
        return sessions.months(scope);
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
