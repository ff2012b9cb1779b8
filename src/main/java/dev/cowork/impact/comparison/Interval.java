package dev.cowork.impact.comparison;

/// Where a value lies, in 95 of 100 cases in which one says so.
public record Interval(double from, double to) {
    public Interval {
        if (!(from <= to)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    public boolean includes(double value) {
        return from <= value && value <= to;
    }

    Interval clamped(double least, double most) {
        return new Interval(Math.clamp(from, least, most), Math.clamp(to, least, most));
    }
}
