package dev.cowork.slack;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/// How many messages this process is showing while they are written.
@ApplicationScoped
class OpenStreams {
    private final AtomicInteger open = new AtomicInteger();

    void on(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("cowork.slack.streams", open, AtomicInteger::get)
                .description("Messages that this process is showing in Slack while they are written")
                .register(meters);
    }

    void counted(Runnable showing) {
        open.incrementAndGet();
        try {
            showing.run();
        } finally {
            open.decrementAndGet();
        }
    }
}
