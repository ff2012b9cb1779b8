package dev.cowork.home;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who has opened App Home at least once.
@Entity
@Table(name = "home_visit")
class HomeVisit {
    @Embeddable
    record Visitor(String workspace, String member) {
        static Visitor of(WorkspaceId workspace, MemberId member) {
            return new Visitor(workspace.value(), member.value());
        }
    }

    @EmbeddedId
    private Visitor visitor;

    @Column(name = "first_at")
    private Instant firstAt;

    @Column(name = "latest_at")
    private Instant latestAt;

    private boolean stale;
    private long edition;

    @Column(name = "shown_at")
    private @Nullable Instant shownAt;

    @SuppressWarnings("NullAway")
    HomeVisit() {}

    static HomeVisit of(Visitor visitor, Instant at) {
        var visit = new HomeVisit();
        visit.visitor = visitor;
        visit.firstAt = at;
        visit.latestAt = at;
        return visit;
    }

    void again(Instant at) {
        latestAt = at;
    }

    /// Something has changed since the page was put up.
    ///
    /// @return whether that is new; the errand that shows it anew is then [#edition]
    boolean becomeStale() {
        if (stale) {
            return false;
        }
        stale = true;
        edition++;
        return true;
    }

    boolean isStale() {
        return stale;
    }

    void shown(Instant at) {
        becomeFresh();
        shownAt = at;
    }

    /// The next change has it put up.
    void becomeFresh() {
        stale = false;
    }

    long edition() {
        return edition;
    }

    Optional<Instant> shownAt() {
        return Optional.ofNullable(shownAt);
    }

    MemberId member() {
        return new MemberId(visitor.member());
    }

    Instant firstAt() {
        return firstAt;
    }
}
