package dev.cowork.home;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

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

    MemberId member() {
        return new MemberId(visitor.member());
    }

    Instant firstAt() {
        return firstAt;
    }
}
