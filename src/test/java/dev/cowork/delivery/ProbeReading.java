package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads the tests' own deliveries and remembers what it read, lane by lane.
@ApplicationScoped
class ProbeReading implements Reading {
    static final String KIND = "probe/reading";

    private final Map<Lane, List<String>> read = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Override
    public boolean reads(String kind) {
        return kind.equals(KIND);
    }

    @Override
    public void read(Delivery delivery) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            // The body is how long it takes.
            Thread.sleep(Long.parseLong(delivery.body()));
            var lane = read.computeIfAbsent(delivery.lane(), _ -> new ArrayList<>());
            synchronized (lane) {
                lane.add(delivery.key().value());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    List<String> on(Lane lane) {
        var all = read.getOrDefault(lane, List.of());
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }
}
