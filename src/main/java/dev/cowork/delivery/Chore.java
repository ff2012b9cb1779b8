package dev.cowork.delivery;

import java.time.Duration;

/// Something to be done again and again, by one process at a time however many there are.
public interface Chore {
    /// Names it for ever: the schedule remembers it by this.
    String name();

    /// The pause between the end of one run and the start of the next.
    Duration every();

    /// Does it once, outside any transaction, for all workspaces. What it throws is logged; the next run comes all the
    /// same.
    void run();
}
