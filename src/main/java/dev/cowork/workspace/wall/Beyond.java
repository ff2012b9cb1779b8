package dev.cowork.workspace.wall;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/// Who works with the rights of the database's own user, past the wall: in the running program nobody.
@Singleton
@DefaultBean
class Beyond {
    boolean isWorking() {
        return false;
    }
}
