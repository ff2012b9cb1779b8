package dev.cowork.impact.comparison;

/// What a comparison says. It never says why.
public sealed interface Compared {
    /// Tickets with a session that have similar ones beside them.
    long assisted();

    /// Tickets without one that are similar to some of these.
    long similar();

    /// Not enough to say anything.
    record TooFew(long assisted, long similar) implements Compared {}

    /// @param assistedValue of the assisted tickets
    /// @param similarValue of the similar ones, weighed so that both sides have the same mix of tickets
    /// @param difference the first without the second; for a ratio, the first divided by the second
    /// @param interval of the difference
    /// @param alone assisted tickets that have no similar one beside them and are left out
    record Found(
            long assisted,
            long similar,
            double assistedValue,
            double similarValue,
            double difference,
            Interval interval,
            Reading reading,
            long alone)
            implements Compared {}

    /// What the interval allows to say.
    enum Reading {
        BETTER,
        WORSE,
        NO_DIFFERENCE_SHOWN
    }
}
