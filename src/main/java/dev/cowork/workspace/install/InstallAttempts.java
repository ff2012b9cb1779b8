package dev.cowork.workspace.install;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// The install_attempt table.
@ApplicationScoped
class InstallAttempts implements PanacheRepositoryBase<InstallAttempt, String> {
    /// Takes it away: who comes second finds nothing.
    boolean take(String state, String browser, Instant now) {
        return delete("state = ?1 and browser = ?2 and expiresAt > ?3", state, browser, now) == 1;
    }

    void forgetExpired(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
