package dev.cowork.workspace.wall;

import jakarta.enterprise.context.ApplicationScoped;

/// A test asks and does what it likes to the database, past the wall; the program under test, on threads of its
/// own, does not.
@ApplicationScoped
class BeyondInTests extends Beyond {
    @Override
    boolean isWorking() {
        var thread = Thread.currentThread();
        return !thread.isVirtual()
                && Within.served().isEmpty()
                && !thread.getName().matches("(executor-thread|vert\\.x|quarkus-virtual|db-scheduler).*");
    }
}
