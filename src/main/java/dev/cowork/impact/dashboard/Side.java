package dev.cowork.impact.dashboard;

import dev.cowork.impact.comparison.Share;
import dev.cowork.impact.comparison.Sums;

/// Tickets that are alike, assisted or not, added up.
///
/// @param times logarithms of the minutes to the solution
/// @param handling minutes that people worked on them, where the help desk tells
record Side(
        long tickets,
        Share satisfied,
        Share escalated,
        Share firstContact,
        Share reopened,
        Share manager,
        Sums times,
        Sums handling) {
    static final Side NONE =
            new Side(0, Share.NONE, Share.NONE, Share.NONE, Share.NONE, Share.NONE, Sums.NONE, Sums.NONE);

    Side plus(Side other) {
        return new Side(
                tickets + other.tickets,
                satisfied.plus(other.satisfied),
                escalated.plus(other.escalated),
                firstContact.plus(other.firstContact),
                reopened.plus(other.reopened),
                manager.plus(other.manager),
                times.plus(other.times),
                handling.plus(other.handling));
    }
}
