package dev.cowork.impact;

import dev.cowork.impact.ImpactBook.Calendar;
import dev.cowork.impact.ImpactBook.Group;
import dev.cowork.impact.ImpactBook.Held;
import dev.cowork.impact.ImpactBook.Known;
import dev.cowork.impact.ImpactBook.Scope;
import dev.cowork.impact.ImpactBook.Span;
import dev.cowork.impact.ImpactBook.Tenure;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /// Gathered by person first: to tell people apart in the sessions themselves would have all of these sorted.
    Held held(Scope scope) {
        var rows = rows(query(
                """
            select opening, count(distinct owner), coalesce(sum(opened), 0), coalesce(sum(closed), 0),
                coalesce(sum(resolved), 0), coalesce(sum(escalated), 0), coalesce(sum(minutes_n), 0),
                coalesce(sum(minutes), 0), coalesce(sum(first_n), 0), coalesce(sum(first_yes), 0),
                count(distinct owner) filter (where first_n > 0), coalesce(sum(sure_n), 0), coalesce(sum(before), 0),
                coalesce(sum(after), 0), count(distinct owner) filter (where sure_n > 0)
            from (select opening, owner, count(*) as opened, count(closed_at) as closed,
                    count(*) filter (where outcome = 'resolved') as resolved,
                    count(*) filter (where outcome = 'escalated') as escalated, count(worked_minutes) as minutes_n,
                    sum(worked_minutes) as minutes, count(first_contact) as first_n,
                    count(*) filter (where first_contact) as first_yes, count(confidence + closing_confidence) as sure_n,
                    sum(confidence) filter (where closing_confidence is not null) as before,
                    sum(closing_confidence) filter (where confidence is not null) as after
                from session_fact\
            """ + SCOPE + " group by opening, owner) p group by grouping sets ((opening), ()) order by opening",
                scope));
        var groups = rows.stream().map(SessionFacts::group).toList();
        // Of all comes last: its opening is null.
        return new Held(groups.subList(0, groups.size() - 1), groups.getLast());
    }

    private static Group group(Object[] row) {
        var n = Arrays.stream(row, 1, row.length)
                .mapToLong(SessionFacts::number)
                .toArray();
        return new Group(
                row[0] == null ? "" : (String) row[0],
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                new Known(n[5], n[6]),
                new Known(n[7], n[8]),
                n[9],
                new Known(n[10], n[11]),
                new Known(n[10], n[12]),
                n[13]);
    }

    Calendar calendar(Scope scope) {
        var weeks = new ArrayList<Span>();
        var months = new ArrayList<Span>();
        for (var row : rows(query(
                """
            select coalesce(week, month), count(distinct owner), sum(n), week is null
            from (select week, month, owner, count(*) as n
                from session_fact\
            """ + SCOPE + " group by 1, 2, 3) p group by grouping sets ((week), (month)) order by 1", scope))) {
            ((boolean) row[3] ? months : weeks)
                    .add(new Span(LocalDate.parse(row[0].toString()), number(row[1]), number(row[2])));
        }
        return new Calendar(weeks, months);
    }

    /// When each person began is asked of the index, person by person: however many sessions there are.
    List<Tenure> service(Scope scope) {
        return rows(query(
                        """
            with recursive person as (
                (select owner from session_fact where workspace = ?1 and owner is not null order by owner limit 1)
                union all
                select (select f.owner from session_fact f where f.workspace = ?1 and f.owner > person.owner
                    order by f.owner limit 1)
                from person where person.owner is not null),
            begun as materialized (select owner, (select f.opened_at from session_fact f where f.workspace = ?1
                        and f.owner = person.owner and f.opening <> 'training' order by f.opened_at limit 1) as at
                from person where owner is not null)
            select block, count(*), sum(n), sum(own)
            from (select floor(date_part('epoch', opened_at - at) / 2419200)::integer as block, owner, count(*) as n,
                    sum(own_closeness) as own
                from session_fact join begun using (owner)\
            """ + SCOPE + " and own_closeness is not null group by 1, 2) p group by block order by block",
                        scope))
                .stream()
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
