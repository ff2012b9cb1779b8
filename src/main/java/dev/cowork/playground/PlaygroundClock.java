package dev.cowork.playground;

import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Gives the system's time where the application has no clock of its own to hand in.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class PlaygroundClock {
    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return InstantSource.system();
    }
}
