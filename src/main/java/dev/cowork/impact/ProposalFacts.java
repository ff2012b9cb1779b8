package dev.cowork.impact;

import dev.cowork.impact.ImpactBook.Ended;
import dev.cowork.impact.ImpactBook.Granted;
import dev.cowork.impact.ImpactBook.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// The proposal_fact table.
@ApplicationScoped
class ProposalFacts implements PanacheRepositoryBase<ProposalFact, ProposalFact.Id> {
    private static final String SCOPE = "\n" + """
        where workspace = ?1 and decided_at >= ?2 and decided_at < ?3 and (?4 = '' or team = ?4)
           and (?5 = '' or proposer = ?5)\
        """;

    /// Gathered by person first, as what was granted: to tell people apart in the proposals would have all of these
    /// sorted.
    List<Ended> ended(Scope scope) {
        return rows(
                        """
            select ask, verdict, people, n, others,
                (select percentile_cont(0.5) within group (order by minutes) from unnest(times) minutes)
            from (select ask, verdict, count(proposer) as people, sum(n) as n, sum(others) as others
                from (select ask, verdict, proposer, count(*) as n, count(*) filter (where by_other) as others
                    from proposal_fact\
            """ + SCOPE + " group by ask, verdict, proposer) p group by ask, verdict) counted join" + """
                (select ask, verdict, array_agg(date_part('epoch', decided_at - asked_at) / 60) as times
                    from proposal_fact\
            """
                                + SCOPE + " group by ask, verdict) timed using (ask, verdict) order by ask, verdict",
                        scope)
                .stream()
                .map(row -> new Ended(
                        (String) row[0],
                        (String) row[1],
                        number(row[2]).longValue(),
                        number(row[3]).longValue(),
                        number(row[4]).longValue(),
                        number(row[5]).doubleValue()))
                .toList();
    }

    List<Granted> granted(Scope scope) {
        return rows("""
            select currency, kind, count(proposer), sum(n), sum(minor)
            from (select currency, kind, proposer, count(*) as n, sum(granted_minor) as minor from proposal_fact\
            """ + SCOPE + """
                and granted_minor is not null group by currency, kind, proposer) p
            group by currency, kind order by currency, kind\
            """, scope).stream()
                .map(row -> new Granted(
                        (String) row[0],
                        (String) row[1],
                        number(row[2]).longValue(),
                        number(row[3]).longValue(),
                        number(row[4]).longValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String query, Scope scope) {
        return getEntityManager()
                .createNativeQuery(query)
                .setParameter(1, scope.workspace().value())
                .setParameter(2, scope.from())
                .setParameter(3, scope.to())
                .setParameter(4, scope.team())
                .setParameter(5, scope.of())
                .getResultList();
    }

    private static Number number(Object value) {
        return (Number) value;
    }

    /// Forgets at most so many of those decided before; gives back how many.
    int forget(Instant before, int atMost) {
        return change(
                "delete from proposal_fact where ctid in"
                        + " (select ctid from proposal_fact where decided_at < ?1 limit ?2)",
                before,
                atMost);
    }

    /// Takes the person out of those decided before.
    int forgetPersons(Instant before, int atMost) {
        return change(
                "update proposal_fact set proposer = null where ctid in"
                        + " (select ctid from proposal_fact where decided_at < ?1 and proposer is not null limit ?2)",
                before,
                atMost);
    }

    private int change(String statement, Instant before, int atMost) {
        return getEntityManager()
                .createNativeQuery(statement)
                .setParameter(1, before)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
