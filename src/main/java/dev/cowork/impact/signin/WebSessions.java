package dev.cowork.impact.signin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// The web_session table.
@ApplicationScoped
class WebSessions implements PanacheRepositoryBase<WebSession, String> {
    void sweep(Instant now) {
        delete("endsAt < ?1", now);
    }

    void end(String key) {
        deleteById(key);
    }
}
