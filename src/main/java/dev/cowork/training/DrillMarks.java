package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

@ApplicationScoped
class DrillMarks implements PanacheRepositoryBase<DrillMark, RunKey> {
    /// How often a step was earned, of how many.
    record Share(Step step, long earned, long all) {}

    List<Scorecard.Mark> of(DrillRun run) {
        return find(
                        "key.workspace = ?1 and run = ?2",
                        run.key().workspace(),
                        run.key().id())
                .stream()
                .map(DrillMark::mark)
                .sorted(Comparator.comparing(Scorecard.Mark::step))
                .toList();
    }

    /// One person's share.
    record PersonsShare(MemberId member, Share share) {}

    /// Over all drills that ended since then, person by person, in the order of the steps.
    List<PersonsShare> sharesSince(WorkspaceId workspace, Instant since) {
        return shares(workspace, since, "");
    }

    /// The same of one person alone.
    List<PersonsShare> sharesSince(WorkspaceId workspace, Instant since, MemberId member) {
        return shares(workspace, since, member.value());
    }

    private List<PersonsShare> shares(WorkspaceId workspace, Instant since, String member) {
        return getEntityManager()
                .createQuery(
                        "select m.step, sum(case when m.earned then 1 else 0 end), count(*), r.trainee"
                                + " from DrillMark m, DrillRun r"
                                + " where r.key.workspace = m.key.workspace and r.key.id = m.run"
                                + " and m.key.workspace = ?1 and r.endedAt >= ?2"
                                + " and (?3 = '' or r.trainee = ?3) group by m.step, r.trainee",
                        Object[].class)
                .setParameter(1, workspace.value())
                .setParameter(2, since)
                .setParameter(3, member)
                .getResultStream()
                .map(row -> new PersonsShare(
                        new MemberId((String) row[3]),
                        new Share((Step) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue())))
                .sorted(Comparator.comparing(one -> one.share().step()))
                .toList();
    }
}
