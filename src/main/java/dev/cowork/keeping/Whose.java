package dev.cowork.keeping;

import dev.cowork.workspace.MemberId;
import java.util.List;
import java.util.UUID;

/// Whose data is meant.
sealed interface Whose {
    /// Sessions, found by their ticket or their customer.
    record Of(List<UUID> sessions) implements Whose {}

    /// Somebody of the workspace, with the sessions they began.
    record Person(MemberId member, List<UUID> sessions) implements Whose {}

    List<UUID> sessions();

    default String kind() {
        return switch (this) {
            case Of _ -> "SESSIONS";
            case Person _ -> "PERSON";
        };
    }
}
