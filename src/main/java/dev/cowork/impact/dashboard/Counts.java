package dev.cowork.impact.dashboard;

import dev.cowork.impact.comparison.Share;
import dev.cowork.impact.comparison.Sums;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the counted tickets.
@ApplicationScoped
class Counts implements PanacheRepositoryBase<TicketWeek, TicketWeek.Id> {
    /// As many as [#side] reads.
    private static final List<String> COUNTED = Arrays.asList("""
        n csat_n csat_yes escalated_n escalated_yes first_contact_n first_contact_yes reopened_n reopened_yes manager_n
        manager_yes solved_n solved_logs solved_squares handle_n handle_minutes handle_squares\
        """.split("\\s+"));

    /// As float8: a sum of bigint would be a slow numeric.
    private static final String SUMS =
            COUNTED.stream().map("sum(%s::float8)"::formatted).collect(Collectors.joining(", "));

    private static final String MONTHS = " where workspace = ?1 and month >= ?2 and month < ?3 and n > 0";
    private static final String SCOPE = MONTHS + " and (?4 = '' or team = ?4)";
    private static final double THOUSANDTHS = 1000;

    /// What is looked at.
    ///
    /// @param team empty: all
    record Scope(WorkspaceId workspace, Months months, String team) {}

    /// Until this transaction ends, statements are planned for the time that is asked for. A plan for any time takes it
    /// to hold a handful of rows, and sorts them all: three times the work.
    void planForWhatIsAsked() {
        getEntityManager()
                .createNativeQuery("set local plan_cache_mode = force_custom_plan")
                .executeUpdate();
    }

    /// Tickets alike in month, kind, priority, tier and channel; named by their kind. They are counted for each team
    /// and for all together: nothing is left to be added up.
    List<Both> strata(Scope scope) {
        return both(
                query(
                        "select month, priority, tier, channel, kind, assisted, " + String.join(", ", COUNTED)
                                + " from "
                                + (scope.team().isEmpty()
                                        ? "ticket_stratum" + MONTHS + " and ?4 = ''"
                                        : "ticket_cell" + MONTHS + " and team = ?4"),
                        scope),
                5);
    }

    List<Both> weeks(Scope scope) {
        return both(
                query(
                        "select week, assisted, " + SUMS + " from ticket_week" + SCOPE
                                + " group by week, assisted order by week",
                        scope),
                1);
    }

    List<Both> teams(Scope scope) {
        return both(
                query(
                        "select team, assisted, " + SUMS + " from ticket_week" + SCOPE
                                + " group by team, assisted order by team",
                        scope),
                1);
    }

    /// People with assisted and with other tickets.
    Map<String, long[]> peopleByTeam(Scope scope) {
        return people("ticket_person", "team", scope);
    }

    Map<String, long[]> peopleByWeek(Scope scope) {
        return people("ticket_person", "week", scope);
    }

    Map<String, long[]> peopleByKind(Scope scope) {
        return people("ticket_kind_person", "kind", scope);
    }

    /// The same of all: who is in several teams is one.
    long[] everybody(Scope scope) {
        return people("ticket_person", "''", scope).getOrDefault("", new long[2]);
    }

    private Map<String, long[]> people(String table, String by, Scope scope) {
        var people = new LinkedHashMap<String, long[]>();
        for (var row : rows(query("""
            select name, count(*) filter (where a), count(*) filter (where o) from
                (select %s as name, agent, bool_or(assisted) as a, bool_or(not assisted) as o from %s %s group by 1, 2) p
            group by name\
            """.formatted(by, table, SCOPE), scope))) {
            people.put(row[0].toString(), new long[] {number(row[1]), number(row[2])});
        }
        return people;
    }

    /// How newcomers come along: tickets by four weeks since a person's first one.
    ///
    /// @param block from 0
    record Tenure(int block, long people, long tickets, long alone, Share firstContact) {}

    List<Tenure> tenure(Scope scope) {
        return rows(query("""
            select block, count(*), sum(n), sum(alone), sum(fc_n), sum(fc_yes) from
                (select (p.week - b.begun) / 28 as block, p.agent, sum(p.n) as n,
                    coalesce(sum(p.n) filter (where not p.assisted), 0) as alone,
                    coalesce(sum(p.first_contact_n) filter (where not p.assisted), 0) as fc_n,
                    coalesce(sum(p.first_contact_yes) filter (where not p.assisted), 0) as fc_yes
                from (select * from ticket_person\
            """ + SCOPE + """
                ) p join (select agent, min(week) as begun from ticket_person where workspace = ?1 and n > 0 group by agent) b
                    on b.agent = p.agent
                group by 1, 2) t
            group by block order by block\
            """, scope)).stream()
                .map(row -> new Tenure(
                        (int) number(row[0]),
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        new Share(number(row[4]), number(row[5]))))
                .toList();
    }

    /// All teams there are tickets or sessions of, in the order of their names: no order says that one is better.
    @SuppressWarnings("unchecked")
    List<String> allTeams(WorkspaceId workspace) {
        return getEntityManager()
                .createNativeQuery("""
                    with recursive held as (
                        (select team from session_fact where workspace = ?1 order by team limit 1)
                        union all
                        select (select f.team from session_fact f where f.workspace = ?1 and f.team > held.team
                            order by f.team limit 1)
                        from held where held.team is not null)
                    select team from (select team from ticket_week where workspace = ?1 union select team from held) t
                    where team <> '' order by team\
                    """, String.class)
                .setParameter(1, workspace.value())
                .getResultList();
    }

    /// Assisted tickets of one person's sessions.
    Side ofMember(Scope scope, String member) {
        var sums = """
            count(*), count(csat), count(*) filter (where csat >= 4), count(escalated),
            count(*) filter (where escalated), count(t.first_contact), count(*) filter (where t.first_contact),
            count(reopened), count(*) filter (where reopened), count(manager), count(*) filter (where manager),
            count(solved_at), coalesce(sum(ticket_log_minutes(t.opened_at, solved_at)), 0),
            coalesce(sum(power(ticket_log_minutes(t.opened_at, solved_at), 2)), 0), count(handle_minutes),
            coalesce(sum(handle_minutes), 0), coalesce(sum(power(handle_minutes, 2)), 0)\
            """;
        var row = (Object[]) getEntityManager()
                .createNativeQuery("select " + sums + "\n" + """
                    from session_fact f join ticket t on t.workspace = f.workspace and t.session = f.session
                    where f.workspace = ?1 and f.owner = ?4 and t.opened_at >= ?2 and t.opened_at < ?3\
                    """)
                .setParameter(1, scope.workspace().value())
                .setParameter(2, scope.months().fromInstant())
                .setParameter(3, scope.months().toInstant())
                .setParameter(4, member)
                .getSingleResult();
        return side(row, 0);
    }

    /// The two sides of each group; its name is the column before the side's.
    private static List<Both> both(Query query, int names) {
        var groups = new LinkedHashMap<List<Object>, Both>();
        for (var row : rows(query)) {
            var key = Arrays.asList(row).subList(0, names);
            var side = side(row, names + 1);
            var told = (boolean) row[names]
                    ? Both.of(row[names - 1].toString(), side, Side.NONE)
                    : Both.of(row[names - 1].toString(), Side.NONE, side);
            groups.merge(key, told, (one, other) -> Both.sum(one.name(), List.of(one, other)));
        }
        return List.copyOf(groups.values());
    }

    private static Side side(Object[] row, int from) {
        var n = new double[COUNTED.size()];
        for (int column = 0; column < n.length; column++) {
            n[column] = ((Number) row[from + column]).doubleValue();
        }
        return new Side(
                (long) n[0],
                new Share((long) n[1], (long) n[2]),
                new Share((long) n[3], (long) n[4]),
                new Share((long) n[5], (long) n[6]),
                new Share((long) n[7], (long) n[8]),
                new Share((long) n[9], (long) n[10]),
                new Sums((long) n[11], n[12] / THOUSANDTHS, n[13] / THOUSANDTHS / THOUSANDTHS),
                new Sums((long) n[14], n[15], n[16]));
    }

    private Query query(String words, Scope scope) {
        return getEntityManager()
                .createNativeQuery(words)
                .setParameter(1, scope.workspace().value())
                .setParameter(2, scope.months().from())
                .setParameter(3, scope.months().to())
                .setParameter(4, scope.team());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
