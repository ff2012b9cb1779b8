package dev.cowork.training;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class DrillRuns implements PanacheRepositoryBase<DrillRun, RunKey> {
    /// A person's runs, counted.
    record Practised(MemberId member, long ended) {}

    Optional<DrillRun> locked(RunKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<DrillRun> in(WorkspaceId workspace, ThreadRef thread) {
        return find(
                        "key.workspace = ?1 and channel = ?2 and threadTs = ?3",
                        workspace.value(),
                        thread.channel(),
                        thread.ts())
                .firstResultOptional();
    }

    /// How close first drafts came to final ones in what the trainee was coached in, newest first.
    List<Double> closenessOf(WorkspaceId workspace, MemberId trainee) {
        return find(
                        "select closeness from DrillRun where key.workspace = ?1 and trainee = ?2 and closeness is not null"
                                + " order by endedAt desc",
                        workspace.value(),
                        trainee.value())
                .page(0, 10)
                .project(Double.class)
                .list();
    }

    long endedBy(WorkspaceId workspace, MemberId trainee) {
        return count(
                "key.workspace = ?1 and trainee = ?2 and state = ?3",
                workspace.value(),
                trainee.value(),
                DrillRun.State.ENDED);
    }

    /// Everybody who ended a drill since then, with how many.
    List<Practised> practisedSince(WorkspaceId workspace, Instant since) {
        return getEntityManager()
                .createQuery(
                        "select trainee, count(*) from DrillRun where key.workspace = ?1 and endedAt >= ?2 group by trainee",
                        Object[].class)
                .setParameter(1, workspace.value())
                .setParameter(2, since)
                .getResultStream()
                .map(row -> new Practised(new MemberId((String) row[0]), (Long) row[1]))
                .toList();
    }
}
