package dev.cowork.impact;

import dev.cowork.impact.ImpactBook.Group;
import dev.cowork.impact.ImpactBook.Held;
import dev.cowork.impact.ImpactBook.Known;
import dev.cowork.impact.ImpactBook.Own;
import dev.cowork.impact.ImpactBook.Scope;
import dev.cowork.impact.ImpactBook.Span;
import dev.cowork.impact.ImpactBook.Tenure;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The session_fact table, and what the database counts of it.
@ApplicationScoped
class SessionFacts implements PanacheRepositoryBase<SessionFact, SessionFact.Id> {
    private static final List<String> COUNTS = List.of("session_month", "session_week");

    Optional<SessionFact> of(SessionFact.Id id) {
        return findByIdOptional(id);
    }

    /// Whole months, from counts that the database keeps; an empty team or person means all.
    private static final String SCOPE = "\n" + """
        where workspace = ?1 and month >= ?2 and month < ?3 and (?4 = '' or team = ?4) and (?5 = '' or owner = ?5)
           and n > 0\
        """;

    /// Gathered by person first: to tell people apart in the counts themselves would have all of these sorted.
    Held held(Scope scope) {
        var rows = rows(query(
                """
            select opening, count(distinct owner), coalesce(sum(opened), 0), coalesce(sum(closed), 0),
                coalesce(sum(resolved), 0), coalesce(sum(escalated), 0), coalesce(sum(minutes_n), 0),
                coalesce(sum(minutes), 0), coalesce(sum(first_n), 0), coalesce(sum(first_yes), 0),
                count(distinct owner) filter (where first_n > 0), coalesce(sum(sure_n), 0), coalesce(sum(before), 0),
                coalesce(sum(after), 0), count(distinct owner) filter (where sure_n > 0)
            from (select opening, nullif(owner, '') as owner, sum(n) as opened, sum(closed) as closed,
                    sum(resolved) as resolved, sum(escalated) as escalated, sum(minutes_n) as minutes_n,
                    sum(minutes) as minutes, sum(first_n) as first_n, sum(first_yes) as first_yes,
                    sum(sure_n) as sure_n, sum(sure_before) as before, sum(sure_after) as after
                from session_month\
            """ + SCOPE + " group by opening, owner) p group by grouping sets ((opening), ()) order by opening",
                scope));
        var groups = rows.stream().map(SessionFacts::group).toList();
        // Of all comes last: its opening is null.
        return new Held(groups.subList(0, groups.size() - 1), groups.getLast());
    }

    /// One person's, to the moment.
    Own own(Scope scope) {
        var row = (Object[]) getEntityManager()
                .createNativeQuery("""
                    select count(*), count(closed_at), count(*) filter (where outcome = 'resolved'), count(worked_minutes),
                        coalesce(sum(worked_minutes), 0), count(confidence + closing_confidence),
                        coalesce(sum(confidence) filter (where closing_confidence is not null), 0),
                        coalesce(sum(closing_confidence) filter (where confidence is not null), 0)
                    from session_fact where workspace = ?1 and owner = ?4 and opened_at >= ?2 and opened_at < ?3
                        and opening <> 'training'\
                    """)
                .setParameter(1, scope.workspace().value())
                .setParameter(2, scope.from())
                .setParameter(3, scope.to())
                .setParameter(4, scope.of())
                .getSingleResult();
        var n = Arrays.stream(row).mapToLong(SessionFacts::number).toArray();
        return new Own(n[0], n[1], n[2], new Known(n[3], n[4]), new Known(n[5], n[6]), new Known(n[5], n[7]));
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

    List<Span> weeks(Scope scope) {
        return spans("week", "session_week", scope);
    }

    List<Span> months(Scope scope) {
        return spans("month", "session_month", scope);
    }

    private List<Span> spans(String span, String table, Scope scope) {
        var perPerson =
                "(select %1$s, owner, sum(n) as opened from %2$s".formatted(span, table) + SCOPE + " group by 1, 2) p";
        return rows(query(
                        "select %1$s, count(nullif(owner, '')), sum(opened) from %2$s group by 1 order by 1"
                                .formatted(span, perPerson),
                        scope))
                .stream()
                .map(row -> new Span(LocalDate.parse(row[0].toString()), number(row[1]), number(row[2])))
                .toList();
    }

    /// By calendar weeks since the one in which a person held their first session.
    List<Tenure> service(Scope scope) {
        return rows(query("""
            select block, count(*), sum(own_n), sum(own)
            from (select (week - begun) / 28 as block, owner, sum(own_n) as own_n, sum(own_closeness) as own
                from session_week join (select owner, min(week) as begun from session_week
                    where workspace = ?1 and owner <> '' and n > 0 group by owner) b using (owner)\
            """ + SCOPE + " and own_n > 0 group by 1, 2) p group by block order by block", scope))
                .stream()
                .map(row -> new Tenure((int) number(row[0]), number(row[1]), new Known(number(row[2]), number(row[3]))))
                .toList();
    }

    private Query query(String words, Scope scope) {
        return getEntityManager()
                .createNativeQuery(words)
                .setParameter(1, scope.workspace().value())
                .setParameter(2, day(scope.from()))
                .setParameter(3, day(scope.to()))
                .setParameter(4, scope.team())
                .setParameter(5, scope.of());
    }

    private static LocalDate day(Instant first) {
        return LocalDate.ofInstant(first, ZoneOffset.UTC);
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

    /// Forgets at most so many counts of nothing: such a count still tells whose it was.
    int forgetEmpty(int atMost) {
        return COUNTS.stream()
                .mapToInt(counts -> getEntityManager()
                        .createNativeQuery(
                                "delete from %1$s where n = 0 and ctid in (select ctid from %1$s where n = 0 limit ?1)"
                                        .formatted(counts))
                        .setParameter(1, atMost)
                        .executeUpdate())
                .sum();
    }

    private int change(String statement, Instant before, int atMost) {
        return getEntityManager()
                .createNativeQuery(statement)
                .setParameter(1, before)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
