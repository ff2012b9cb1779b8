package dev.cowork.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the people of a Slack user group are here.
@Entity
@Table(name = "group_role")
class GroupRole {
    @Embeddable
    record Id(String workspace, String usergroup) {}

    @EmbeddedId
    private Id id;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "is_admin")
    private boolean isAdmin;

    @Column(name = "is_keeper")
    private boolean isKeeper;

    @Column(name = "named_by")
    private String namedBy;

    @Column(name = "named_at")
    private Instant namedAt;

    @Column(name = "seen_at")
    private @Nullable Instant seenAt;

    @SuppressWarnings("NullAway")
    GroupRole() {}

    @SuppressWarnings("NullAway")
    GroupRole(WorkspaceId workspace, String group) {
        id = new Id(workspace.value(), group);
    }

    void name(Roles.Group as, MemberId by, Instant at) {
        role = as.role();
        isAdmin = as.isAdmin();
        isKeeper = as.isKeeper();
        namedBy = by.value();
        namedAt = at;
    }

    void seen(Instant at) {
        seenAt = at;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(id.workspace());
    }

    String group() {
        return id.usergroup();
    }

    Position positionOf(MemberId member) {
        return new Position(member, role, "", isAdmin, isKeeper);
    }

    Roles.Group shown(long people) {
        return new Roles.Group(id.usergroup(), role, isAdmin, isKeeper, people);
    }
}
