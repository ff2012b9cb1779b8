package dev.cowork.workspace.sharing;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// One looks at all that are watched, again and again for as long as there are any: hundreds of alarms a second, each
/// set and called off, cost more than what they guard.
///
/// @param <T> what is watched, told apart by `equals`
public final class Watch<T> {
    private final String name;
    private final Duration step;
    private final Consumer<T> looking;
    private final Set<T> watched = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isAtIt = new AtomicBoolean();

    /// @param name of the thread that looks
    /// @param step from one look to the next
    /// @param looking must not wait and must not throw; may [#leave] what it looks at
    public Watch(String name, Duration step, Consumer<T> looking) {
        this.name = name;
        this.step = step;
        this.looking = looking;
    }

    /// Looked at from now on, the first time within a step.
    public void over(T one) {
        watched.add(one);
        begin();
    }

    /// Not looked at any more.
    public void leave(T one) {
        watched.remove(one);
    }

    private void begin() {
        if (isAtIt.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(this::look);
        }
    }

    private void look() {
        while (!watched.isEmpty()) {
            LockSupport.parkNanos(step.toNanos());
            watched.forEach(looking);
        }
        isAtIt.set(false);
        // Whoever came in between found somebody at it.
        if (!watched.isEmpty()) {
            begin();
        }
    }
}
