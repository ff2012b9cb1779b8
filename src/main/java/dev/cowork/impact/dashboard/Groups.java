package dev.cowork.impact.dashboard;

import jakarta.enterprise.context.ApplicationScoped;

/// Which groups are large enough to be shown to somebody who leads them.
@ApplicationScoped
class Groups {
    private static final int FEWEST = 5;
    private final int smallest;

    Groups(DashboardConfig config) {
        this.smallest = Math.max(FEWEST, config.smallestGroup());
    }

    boolean mayShow(long people) {
        return people >= smallest;
    }

    /// Both sides must be large enough: of a small one, the other would be told by the difference. Where a side has
    /// no tickets there is nobody to protect.
    boolean mayShow(Both both) {
        return (both.assisted().tickets() == 0 || mayShow(both.people()))
                && (both.similar().tickets() == 0 || mayShow(both.others()));
    }

    Cell few() {
        return Cell.of("fewer than " + smallest + " people");
    }

    int smallest() {
        return smallest;
    }
}
