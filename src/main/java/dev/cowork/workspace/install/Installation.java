package dev.cowork.workspace.install;

import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// One workspace that installed the app.
@Entity
@Table(name = "installation")
class Installation {
    @Id
    private String workspace;

    private String name;

    @Column(name = "bot_user")
    private String botUser;

    private String scopes;

    @Column(name = "sealed_token")
    private byte[] sealedToken;

    @Column(name = "installed_by")
    private String installedBy;

    @Column(name = "installed_at")
    private Instant installedAt;

    @SuppressWarnings("NullAway")
    Installation() {}

    static Installation of(Installing.Granted granted, byte[] sealedToken, Instant at) {
        var made = new Installation();
        made.workspace = granted.workspace().value();
        made.renew(granted, sealedToken, at);
        return made;
    }

    /// Installed once more, perhaps with other scopes: the older token is no longer of use.
    void renew(Installing.Granted granted, byte[] sealedToken, Instant at) {
        this.name = granted.name();
        this.botUser = granted.botUser();
        this.scopes = granted.scopes();
        this.sealedToken = sealedToken;
        this.installedBy = granted.by().value();
        this.installedAt = at;
    }

    void seal(byte[] sealed) {
        sealedToken = sealed;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    byte[] sealedToken() {
        return sealedToken;
    }

    String scopes() {
        return scopes;
    }
}
