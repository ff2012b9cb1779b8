package dev.cowork.partner;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Reads Claude's forms before anybody needs them. Virtual threads that wait for a class to be initialised keep their
/// carriers: two first answers at once held both processors of a small machine, and whoever was reading got none, ever.
@ApplicationScoped
class ReadingForms {
    private static final int BEFORE_THE_DISPATCHER = 100;

    void on(@Observes @Priority(BEFORE_THE_DISPATCHER) StartupEvent started) {
        Requests.readForms();
    }
}
