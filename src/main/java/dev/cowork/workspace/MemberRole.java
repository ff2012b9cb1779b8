package dev.cowork.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/// What a person is here, as somebody said it or as it was taken over from the settings.
@Entity
@Table(name = "member_role")
class MemberRole {
    @Embeddable
    record Id(String workspace, String member) {}

    private static final String SETTINGS = "settings";

    @EmbeddedId
    private Id id;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String title;

    @Column(name = "is_admin")
    private boolean isAdmin;

    @Column(name = "is_keeper")
    private boolean isKeeper;

    @Column(name = "named_by")
    private String namedBy;

    @Column(name = "named_at")
    private Instant namedAt;

    @SuppressWarnings("NullAway")
    MemberRole() {}

    static MemberRole of(WorkspaceId workspace, MemberId member) {
        var role = new MemberRole();
        role.id = new Id(workspace.value(), member.value());
        return role;
    }

    void name(Position position, MemberId by, Instant at) {
        take(position, by.value(), at);
    }

    void takeOver(Position position, Instant at) {
        take(position, SETTINGS, at);
    }

    private void take(Position position, String by, Instant at) {
        role = position.role();
        title = position.title();
        isAdmin = position.isAdmin();
        isKeeper = position.isKeeper();
        namedBy = by;
        namedAt = at;
    }

    /// Whether it only repeats what the settings said.
    boolean isOfSettings() {
        return namedBy.equals(SETTINGS);
    }

    Position position() {
        return new Position(new MemberId(id.member()), role, title, isAdmin, isKeeper);
    }
}
