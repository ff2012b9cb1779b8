package dev.cowork.partner;

import java.time.Duration;

/// Waits. Handed in, so that tests need not.
interface Pause {
    void pause(Duration length) throws InterruptedException;
}
