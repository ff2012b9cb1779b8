package dev.cowork.workspace.sharing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What work on another thread came to.
public final class Outcome {
    private Outcome() {}

    /// Waits for it. What the work threw is thrown as it is, and wrapped where that cannot be.
    public static <T> T of(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
        }
    }
}
