package dev.cowork.session;

import dev.cowork.slack.Missed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/// Has the threads of open sessions read up after a time in which nobody was heard.
@ApplicationScoped
class NamingOpenThreads {
    private final Sessions sessions;

    NamingOpenThreads(Sessions sessions) {
        this.sessions = sessions;
    }

    @Transactional
    void on(@Observes Missed missed) {
        sessions.openIn(missed.workspace()).forEach(session -> session.thread().ifPresent(missed.in()));
    }
}
