package dev.cowork.impact.comparison;

/// How many of some tickets had something.
///
/// @param known of how many it is known
/// @param yes how many of these had it
public record Share(long known, long yes) {
    public static final Share NONE = new Share(0, 0);

    public Share {
        if (yes < 0 || yes > known) {
            throw new IllegalArgumentException(yes + " of " + known);
        }
    }

    public Share plus(Share other) {
        return new Share(known + other.known, yes + other.yes);
    }

    /// From 0 to 1; 0 where nothing is known.
    public double rate() {
        return known == 0 ? 0 : (double) yes / known;
    }
}
