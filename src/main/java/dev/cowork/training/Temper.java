package dev.cowork.training;

import java.util.Set;

/// How angry the customer of a role-play is: 0 is calm, 5 furious. It moves by what the trainee really wrote and by
/// nothing else; what the partner says as the customer has no say in it.
record Temper(int value) {
    private static final int MOST = 5;
    /// One message cannot make good what took weeks to go wrong.
    private static final int LONGEST_FALL = 2;

    private static final int LONGEST_RISE = 2;

    Temper {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException("a temper is from 0 to 5, not " + value);
        }
    }

    /// @param first the steps the message shows for the first time in this drill
    /// @param faults what in the message makes it worse
    Temper after(Set<Sign> first, Set<Fault> faults) {
        var change = Math.min(faults.size(), LONGEST_RISE) - Math.min(first.size(), LONGEST_FALL);
        return new Temper(Math.clamp(value + change, 0, MOST));
    }

    boolean isHot() {
        return value >= 3;
    }

    boolean isCalm() {
        return value <= 1;
    }

    /// `4 of 5`, for people.
    String shown() {
        return value + " of " + MOST;
    }
}
