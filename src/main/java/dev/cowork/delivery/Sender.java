package dev.cowork.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Carries posts to Slack. One call each; whether to try again is decided here in delivery, by what it answers.
public interface Sender {
    /// Sends the post. Never throws because of Slack. What it does throw leaves the post's fate unknown.
    ///
    /// @param id ours, to be carried along so that an echo or a look-up can tell which post arrived
    /// @param made the message that this post changes; empty where the post makes one
    Sent send(long id, Post post, Optional<Place> made);

    /// Whether the post has arrived after all.
    ///
    /// @param since when it was tried
    Lookup find(long id, Post post, Instant since);

    /// Where a message stands in Slack.
    record Place(String channel, String ts) {}

    /// What came of sending.
    sealed interface Sent {
        record Arrived(Place place) implements Sent {}

        /// Not posted, because it is not its turn: as often as it takes.
        record NotYet(Duration pause, String why) implements Sent {}

        /// Slack as a whole is out of reach, and sending again does no harm: worth much patience.
        record Away(String why) implements Sent {}

        /// Not posted: the whole workspace takes nothing from us until somebody gives us access again.
        record LockedOut(String why) implements Sent {}

        /// Not posted and never will be.
        record Refused(String why) implements Sent {}

        /// It may or may not have arrived. `again` says that sending twice does no harm.
        record Unknown(String why, boolean again) implements Sent {}
    }

    /// What looking up said.
    sealed interface Lookup {
        record Found(Place place) implements Lookup {}

        record Absent() implements Lookup {}

        /// Slack could not be asked just now.
        record NotYet(Duration pause) implements Lookup {}
    }
}
