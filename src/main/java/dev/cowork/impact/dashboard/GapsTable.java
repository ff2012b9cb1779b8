package dev.cowork.impact.dashboard;

import dev.cowork.insight.GapBook.Counted;
import java.util.List;

/// What the knowledge does not answer and which policies are not clear, counted.
final class GapsTable {
    static final String KNOWLEDGE = "Knowledge missing";
    static final String POLICY = "Policies to be made clear";

    private GapsTable() {}

    static Table of(List<Counted> all, Groups groups) {
        return Table.of(
                "gaps",
                "Gaps found in what we know",
                "Questions that came up in sessions and that no article answers, and policies that turned out not to be"
                        + " clear; alike ones are one. Of all teams.",
                List.of(
                        "What",
                        "Found",
                        "Sessions it hurt",
                        "Closed",
                        "Half closed within",
                        "Open now",
                        "Later sessions its answer helped"),
                all.stream().map(counted -> row(counted, groups)).toList(),
                "No gap was ever noted.");
    }

    private static List<Cell> row(Counted counted, Groups groups) {
        var isShown = counted.people() == 0 || groups.mayShow(counted.people());
        return List.of(
                Cell.of(counted.isPolicy() ? POLICY : KNOWLEDGE),
                isShown ? Cell.of(counted.found()) : groups.few(),
                isShown ? Cell.of(counted.hurt()) : groups.few(),
                Cell.of(counted.closed()),
                counted.closed() == 0 ? Cell.NONE : Cell.time(counted.minutes()),
                Cell.of(counted.open()),
                Cell.of(counted.uses()));
    }
}
