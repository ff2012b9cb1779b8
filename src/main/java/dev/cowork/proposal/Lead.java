package dev.cowork.proposal;

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

/// To whom something goes: a person, a user group or a channel.
@Entity
@Table(name = "lead")
class Lead {
    /// For what nobody decides in time.
    static final String STAND_IN = "STAND_IN";

    @Embeddable
    record Id(String workspace, String role) {
        static Id of(WorkspaceId workspace, String role) {
            return new Id(workspace.value(), role);
        }
    }

    @EmbeddedId
    private Id id;

    private String place;
    private @Nullable Integer share;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private Instant setAt;

    @SuppressWarnings("NullAway")
    Lead() {}

    @SuppressWarnings("NullAway")
    Lead(Id id) {
        this.id = id;
    }

    /// @param share after how many hundredths of the time; empty but for the stand-in
    void goesTo(String newPlace, Optional<Integer> newShare, MemberId by, Instant at) {
        place = newPlace;
        share = newShare.orElse(null);
        setBy = by.value();
        setAt = at;
    }

    String role() {
        return id.role();
    }

    String place() {
        return place;
    }

    Optional<Integer> share() {
        return Optional.ofNullable(share);
    }

    /// The person it is; empty for a group or channel.
    static Optional<MemberId> member(String place) {
        return place.matches("[UW].*") ? Optional.of(new MemberId(place)) : Optional.empty();
    }

    /// Whether the workspace made up that role itself.
    static boolean isGroupOfTheirs(String role) {
        return !role.equals(STAND_IN) && Ask.Target.of(role).isEmpty();
    }

    static boolean isChannel(String place) {
        return place.matches("[CG].*");
    }
}
