package dev.cowork.home;

import dev.cowork.insight.GapBook;
import dev.cowork.insight.TipCount;
import java.util.List;
import java.util.Optional;

/// A week of a team, as leads read it.
///
/// @param story the tip that helped most
/// @param learnt other tips of the week
/// @param notYet how many have looked at App Home and neither opened a session nor ended a drill
record Digest(Optional<TipCount.Loved> story, List<TipCount.Loved> learnt, List<GapBook.Entry> closed, long notYet) {}
