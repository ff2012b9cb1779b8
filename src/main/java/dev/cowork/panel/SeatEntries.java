package dev.cowork.panel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class SeatEntries implements PanacheRepositoryBase<SeatEntry, SeatEntry.Place> {
    /// Those of the round that have spoken or are given up.
    List<SeatEntry> settledIn(Panel panel, int round) {
        return list("id.panel = ?1 and id.round = ?2", panel.id(), round);
    }

    /// What counts of each: its last word, or that it is missing. Who is missing in the second round has spoken in the
    /// first.
    Map<String, SeatEntry> lastOf(Panel panel) {
        var last = new LinkedHashMap<String, SeatEntry>();
        settledIn(panel, 1).forEach(entry -> last.put(entry.specialist(), entry));
        settledIn(panel, 2).stream()
                .filter(entry -> entry.position().isPresent())
                .forEach(entry -> last.put(entry.specialist(), entry));
        return last;
    }
}
