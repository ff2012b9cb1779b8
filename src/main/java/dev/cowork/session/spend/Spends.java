package dev.cowork.session.spend;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class Spends implements PanacheRepositoryBase<Spend, Spend.Day> {
    /// Adds what a request took.
    ///
    /// @return what the day came to with it, in millionths
    long add(String workspace, String session, String model, Tokens tokens, long micros, Instant at) {
        getEntityManager()
                .createNativeQuery("""
                        insert into spend (workspace, session, model, fresh, written, cached, output, micros, spent_at)
                        values (:workspace, :session, :model, :fresh, :written, :cached, :output, :micros, :at)""")
                .setParameter("workspace", workspace)
                .setParameter("session", session)
                .setParameter("model", model)
                .setParameter("fresh", tokens.fresh())
                .setParameter("written", tokens.written())
                .setParameter("cached", tokens.cached())
                .setParameter("output", tokens.output())
                .setParameter("micros", micros)
                .setParameter("at", at)
                .executeUpdate();
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                insert into spend_day (workspace, day, micros) values (:workspace, :day, :micros)
                                on conflict (workspace, day) do update set micros = spend_day.micros + excluded.micros
                                returning micros""")
                        .setParameter("workspace", workspace)
                        .setParameter("day", dayOf(at))
                        .setParameter("micros", micros)
                        .getSingleResult())
                .longValue();
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    long on(String workspace, LocalDate day) {
        return findByIdOptional(new Spend.Day(workspace, day))
                .map(Spend::micros)
                .orElse(0L);
    }

    long since(String workspace, LocalDate first) {
        return list("id.workspace = ?1 and id.day >= ?2", workspace, first).stream()
                .mapToLong(Spend::micros)
                .sum();
    }

    /// In millionths, the first month first.
    @SuppressWarnings("unchecked")
    Map<YearMonth, Long> byMonth(String workspace, LocalDate from, LocalDate to) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select to_char(day, 'YYYY-MM'), sum(micros) from spend_day
                        where workspace = :workspace and day >= :from and day < :to group by 1 order by 1""")
                .setParameter("workspace", workspace)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        var months = new LinkedHashMap<YearMonth, Long>();
        rows.forEach(row -> months.put(YearMonth.parse(String.valueOf(row[0])), number(row[1])));
        return months;
    }

    Tokens tokensSince(String workspace, Instant since) {
        var sums = (Object[]) getEntityManager()
                .createNativeQuery("""
                        select coalesce(sum(fresh), 0), coalesce(sum(written), 0), coalesce(sum(cached), 0),
                               coalesce(sum(output), 0)
                        from spend where workspace = :workspace and spent_at >= :since""")
                .setParameter("workspace", workspace)
                .setParameter("since", since)
                .getSingleResult();
        return new Tokens(number(sums[0]), number(sums[1]), number(sums[2]), number(sums[3]));
    }

    Tokens tokensOf(String workspace, String session) {
        var sums = (Object[]) getEntityManager()
                .createNativeQuery("""
                        select coalesce(sum(fresh), 0), coalesce(sum(written), 0), coalesce(sum(cached), 0),
                               coalesce(sum(output), 0)
                        from spend where workspace = :workspace and session = :session""")
                .setParameter("workspace", workspace)
                .setParameter("session", session)
                .getSingleResult();
        return new Tokens(number(sums[0]), number(sums[1]), number(sums[2]), number(sums[3]));
    }

    /// What each session took, the dearest first.
    @SuppressWarnings("unchecked")
    List<SpendBook.OfSession> dearest(String workspace, Instant since, int most) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select session, sum(fresh), sum(written), sum(cached), sum(output), sum(micros) total
                        from spend where workspace = :workspace and spent_at >= :since
                        group by session order by total desc, session limit :most""")
                .setParameter("workspace", workspace)
                .setParameter("since", since)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new SpendBook.OfSession(
                        String.valueOf(row[0]),
                        new Tokens(number(row[1]), number(row[2]), number(row[3]), number(row[4])),
                        number(row[5])))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<String> modelsSince(String workspace, Instant since) {
        return getEntityManager()
                .createNativeQuery(
                        "select distinct model from spend where workspace = :workspace and spent_at >= :since order by 1")
                .setParameter("workspace", workspace)
                .setParameter("since", since)
                .getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
