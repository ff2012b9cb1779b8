package dev.cowork.workspace.install;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// Somebody was sent to Slack to install. Neither the state nor the cookie can be read from it.
@Entity
@Table(name = "install_attempt")
class InstallAttempt {
    @Id
    private String state;

    private String browser;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway")
    InstallAttempt() {}

    static InstallAttempt of(String state, String browser, Instant expiresAt) {
        var made = new InstallAttempt();
        made.state = state;
        made.browser = browser;
        made.expiresAt = expiresAt;
        return made;
    }
}
