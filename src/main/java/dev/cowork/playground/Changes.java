package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Tells open pages what changed, as it changes.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Changes {
    private static final int BEHIND = 10_000;

    /// @param user the only person who may hear of it; null: everybody
    private record Change(@Nullable String user, ObjectNode what) {}

    private final BroadcastProcessor<Change> all = BroadcastProcessor.create();

    Multi<String> seenBy(String user) {
        return all.onOverflow()
                .buffer(BEHIND)
                .filter(change -> change.user() == null || change.user().equals(user))
                .map(change -> Json.write(change.what()));
    }

    void tell(String kind, ObjectNode what) {
        all.onNext(new Change(null, what.put("kind", kind)));
    }

    void tellOnly(String user, String kind, ObjectNode what) {
        all.onNext(new Change(user, what.put("kind", kind)));
    }
}
