package dev.cowork.workspace.setting;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/// What one saving said of one setting.
@Entity
@Table(name = "workspace_setting")
class SavedSetting {
    @Embeddable
    record Id(String workspace, int version, String name) {}

    @EmbeddedId
    private Id id;

    private String value;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    @SuppressWarnings("NullAway")
    SavedSetting() {}

    static SavedSetting of(WorkspaceId workspace, int version, Setting setting, String value, MemberId by, Instant at) {
        var saved = new SavedSetting();
        saved.id = new Id(workspace.value(), version, setting.id());
        saved.value = value;
        saved.savedBy = by.value();
        saved.savedAt = at;
        return saved;
    }

    int version() {
        return id.version();
    }

    String name() {
        return id.name();
    }

    String value() {
        return value;
    }

    MemberId savedBy() {
        return new MemberId(savedBy);
    }

    Instant savedAt() {
        return savedAt;
    }
}
