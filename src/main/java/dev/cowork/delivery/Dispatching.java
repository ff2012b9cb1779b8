package dev.cowork.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Starts the dispatcher with the application and stops it first.
@ApplicationScoped
class Dispatching {
    private final Schedule schedule;

    Dispatching(Schedule schedule) {
        this.schedule = schedule;
    }

    void on(@Observes StartupEvent started) {
        schedule.start();
    }

    void on(@Observes ShutdownEvent stopping) {
        schedule.stop();
    }
}
