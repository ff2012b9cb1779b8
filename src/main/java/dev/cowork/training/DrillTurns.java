package dev.cowork.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class DrillTurns implements PanacheRepositoryBase<DrillTurn, RunKey> {
    /// Oldest first.
    List<DrillTurn> of(DrillRun run) {
        return list(
                "key.workspace = ?1 and run = ?2 order by number",
                run.key().workspace(),
                run.key().id());
    }
}
