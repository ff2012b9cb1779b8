package dev.cowork.impact;

import dev.cowork.impact.ImpactBook.Group;
import dev.cowork.impact.ImpactBook.Known;
import dev.cowork.impact.ImpactBook.Scope;
import dev.cowork.impact.ImpactBook.Tenure;
import dev.cowork.impact.ImpactBook.Week;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The session_fact table.
@ApplicationScoped
class SessionFacts implements PanacheRepositoryBase<SessionFact, SessionFact.Id> {
    Optional<SessionFact> of(SessionFact.Id id) {
        return findByIdOptional(id);
    }

    /// Practice is left out; an empty team or person means all.
    private static final String SCOPE = "\n" + """
        where workspace = ?1 and opened_at >= ?2 and opened_at < ?3 and (?4 = '' or team = ?4)
           and (?5 = '' or owner = ?5) and opening <> 'training'\
        """;

    List<Group> groups(Scope scope) {
        var rows = rows(query("""
            select opening, count(distinct owner), count(*), count(closed_at),
                count(*) filter (where outcome = 'resolved'), count(*) filter (where outcome = 'escalated'),
                count(worked_minutes), coalesce(sum(worked_minutes), 0), count(first_contact),
                count(*) filter (where first_contact),
                count(confidence + closing_confidence),
                coalesce(sum(confidence) filter (where closing_confidence is not null), 0),
                coalesce(sum(closing_confidence) filter (where confidence is not null), 0),
                count(own_closeness), coalesce(sum(own_closeness), 0), count(partner_closeness),
                coalesce(sum(partner_closeness), 0), coalesce(sum(input_tokens), 0),
                coalesce(sum(cached_tokens), 0), coalesce(sum(output_tokens), 0)
            from session_fact\
            """ + SCOPE + " group by opening order by opening", scope));
        return rows.stream().map(SessionFacts::group).toList();
    }

    private static Group group(Object[] row) {
        var n = Arrays.stream(row, 1, row.length)
                .mapToLong(SessionFacts::number)
                .toArray();
        return new Group(
                (String) row[0],
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                new Known(n[5], n[6]),
                new Known(n[7], n[8]),
                new Known(n[9], n[10]),
                new Known(n[9], n[11]),
                new Known(n[12], n[13]),
                new Known(n[14], n[15]),
                n[16],
                n[17],
                n[18]);
    }

    List<Week> weeks(Scope scope) {
        return rows(query(
                        "select ticket_week(opened_at), count(distinct owner), count(*) from session_fact" + SCOPE
                                + " group by 1 order by 1",
                        scope))
                .stream()
                .map(row -> new Week(LocalDate.parse(row[0].toString()), number(row[1]), number(row[2])))
                .toList();
    }

    long people(Scope scope) {
        return number(query("select count(distinct owner) from session_fact" + SCOPE, scope)
                .getSingleResult());
    }

    List<Tenure> service(Scope scope) {
        return rows(query("""
            select (extract(epoch from f.opened_at - b.begun) / 2419200)::integer, count(distinct f.owner),
                count(own_closeness), sum(own_closeness)
            from (select owner, opened_at, own_closeness from session_fact\
            """ + SCOPE + "\n" + """
            and own_closeness is not null and owner is not null) f
            join (select owner, min(opened_at) as begun from session_fact
                where workspace = ?1 and owner is not null group by owner) b on b.owner = f.owner
            group by 1 order by 1\
            """, scope)).stream()
                .map(row -> new Tenure((int) number(row[0]), number(row[1]), new Known(number(row[2]), number(row[3]))))
                .toList();
    }

    private Query query(String words, Scope scope) {
        return getEntityManager()
                .createNativeQuery(words)
                .setParameter(1, scope.workspace().value())
                .setParameter(2, scope.from())
                .setParameter(3, scope.to())
                .setParameter(4, scope.team())
                .setParameter(5, scope.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /// Forgets at most so many of the sessions opened before; gives back how many.
    int forget(Instant before, int atMost) {
        return change(
                "delete from session_fact where ctid in"
                        + " (select ctid from session_fact where opened_at < ?1 limit ?2)",
                before,
                atMost);
    }

    /// Takes the person out of those opened before.
    int forgetPersons(Instant before, int atMost) {
        return change(
                "update session_fact set owner = null where ctid in"
                        + " (select ctid from session_fact where opened_at < ?1 and owner is not null limit ?2)",
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
