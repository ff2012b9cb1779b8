package dev.cowork.impact.dashboard;

import dev.cowork.impact.comparison.Share;
import java.util.List;

/// What became of the tickets that somebody held sessions about.
final class OwnTickets {
    private OwnTickets() {}

    static Table of(Side side) {
        var time = side.times().known() == 0
                ? Cell.NONE
                : Cell.time(Math.exp(side.times().mean()));
        List<List<Cell>> rows = side.tickets() == 0
                ? List.of()
                : List.of(
                        List.of(Cell.of("Tickets"), Cell.of(side.tickets()), Cell.of(side.tickets())),
                        share("Satisfied customers", side.satisfied()),
                        share("Solved at first contact", side.firstContact()),
                        share("Escalated", side.escalated()),
                        share("Opened again", side.reopened()),
                        List.of(
                                Cell.of("Typical time to the solution"),
                                Cell.of(side.times().known()),
                                time));
        return Table.of(
                "own-tickets",
                "What became of your tickets",
                "Tickets of your help desk about which you held a session. Only you see this.",
                List.of("Measure", "Known of", "Value"),
                rows,
                "Your help desk has told nothing yet of a ticket you held a session about.");
    }

    private static List<Cell> share(String name, Share share) {
        return List.of(Cell.of(name), Cell.of(share.known()), Cell.percent(share.known(), share.rate()));
    }
}
