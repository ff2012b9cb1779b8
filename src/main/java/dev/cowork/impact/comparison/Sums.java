package dev.cowork.impact.comparison;

/// Numbers that were added up.
///
/// @param known how many there were
public record Sums(long known, double sum, double squares) {
    public static final Sums NONE = new Sums(0, 0, 0);

    public Sums plus(Sums other) {
        return new Sums(known + other.known, sum + other.sum, squares + other.squares);
    }

    public double mean() {
        return known == 0 ? 0 : sum / known;
    }

    /// What is left of the squares around the mean; what rounding makes of nothing is nothing.
    double spread() {
        return known == 0 ? 0 : Math.max(0, squares - sum * sum / known);
    }
}
