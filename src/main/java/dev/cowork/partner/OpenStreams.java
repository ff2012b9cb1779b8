package dev.cowork.partner;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/// How many answers of Claude this process is listening to, for `/q/metrics`: from the start on, also before the first.
@ApplicationScoped
class OpenStreams {
    private static final AtomicInteger OPEN = new AtomicInteger();

    static void opened() {
        OPEN.incrementAndGet();
    }

    static void closed() {
        OPEN.decrementAndGet();
    }

    void on(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("cowork.claude.streams", OPEN, AtomicInteger::get)
                .description("Answers of Claude that this process is listening to")
                .register(meters);
    }
}
