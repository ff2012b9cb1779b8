package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import java.util.Optional;

/// Something that came in and is to be worked off later, on its lane.
///
/// @param key Slack's own key of the delivery, or ours for work we give ourselves
/// @param gesture a second key, of what the person did: Slack tells of one message as `message` and as `app_mention`
/// @param kind how to read the body: the content type for Slack's requests, a name for our own work
public record Delivery(WorkspaceId workspace, Key key, Optional<Key> gesture, Lane lane, String kind, String body) {

    /// Work we give ourselves, to be done after what is on the lane already.
    public static Delivery own(WorkspaceId workspace, Key key, Lane lane, String kind, String body) {
        return new Delivery(workspace, key, Optional.empty(), lane, kind, body);
    }

    /// By this a person names it to whoever runs the program, should it be given up. Short enough to be read aloud.
    public String reference() {
        return Dead.referenceOf("in", workspace, key);
    }
}
