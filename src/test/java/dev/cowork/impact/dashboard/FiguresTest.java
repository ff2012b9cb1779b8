package dev.cowork.impact.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.impact.signin.Viewer;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Each figure of the dashboard is worked out again from the raw rows, by a query of another kind, and agrees.
@QuarkusTest
class FiguresTest {
    private static final Months MONTHS = Months.of("2026-01", "2026-03", Instant.parse("2026-06-01T00:00:00Z"));
    private static final String SESSIONS = """
        insert into session_fact (workspace, session, opening, quick, owner, channel, team, ticket, opened_at, closed_at,
            outcome, confidence, closing_confidence, first_contact, worked_minutes, turns, own_closeness, partner_closeness,
            input_tokens, cached_tokens, output_tokens)
        select ?, gen_random_uuid(), (array['difficult-customer', 'text', 'training'])[1 + i % 3], false, 'U' || i % 7, 'C1',
            'Team ' || i % 2, (i * 4)::text, at, case when i % 5 > 0 then at + interval '1 hour' end,
            case when i % 5 > 0 then (array['resolved', 'escalated', 'other'])[1 + i % 3] end, 1 + i % 5,
            case when i % 5 > 0 then 1 + i % 4 end, case when i % 5 > 1 then i % 2 = 0 end,
            case when i % 5 > 0 then 5 + i % 20 end, 3, case when i % 5 > 2 then i % 100 end, 50, 1000, 500, 100
        from (select i, timestamptz '2025-12-20' + i * interval '9 hours' as at from generate_series(1, 300) i) s\
        """;
    private static final String TICKETS = """
        insert into ticket (workspace, source, external_id, version, reference, kind, priority, tier, channel, team, agent,
            opened_at, solved_at, csat, escalated, first_contact, reopened, manager, handle_minutes, session)
        select f.workspace, 'desk', i::text, 1, i::text, 'kind ' || i % 3, (array['high', 'low'])[1 + i / 7 % 2],
            nullif((array['', 'vip'])[1 + i % 2], ''), 'email', 'Team ' || i % 2, 'U' || i % 9, at,
            case when i % 11 > 0 then at + i % 97 * interval '37 minutes' end,
            case when i % 3 > 0 then 1 + i * 7 % 5 end, i % 13 = 0, i % 4 > 0, i % 10 = 0, i % 17 = 0,
            case when i % 2 = 0 then i % 60 end, f.session
        from (select i, timestamptz '2025-12-20' + i * interval '95 minutes' as at from generate_series(1, 1500) i) s
        left join session_fact f on f.ticket = s.i::text and f.opening <> 'training' and f.workspace = ?\
        """;

    private static final String SPENT = """
        insert into spend (workspace, session, model, fresh, written, cached, output, micros, spent_at)
        select ?, 's' || i % 90, 'claude-sonnet-4', 1000, 200, 5000, 300, 123457 * (1 + i % 13),
            timestamptz '2025-12-20' + i * interval '5 hours' from generate_series(1, 540) i\
        """;
    private static final String GAPS = """
        insert into gap (workspace, id, policy, question, state, noted_at, closed_at, closed_by)
        select ?, gen_random_uuid(), i % 4 = 0, 'question ' || i, case when i % 3 = 0 then 'CLOSED' else 'OPEN' end,
            timestamptz '2025-12-20' + i * interval '3 days',
            case when i % 3 = 0 then timestamptz '2025-12-20' + i * interval '3 days' + i % 9 * interval '30 hours' end,
            case when i % 3 = 0 then 'UKEEPER' end from generate_series(1, 40) i\
        """;
    private static final String MET = """
        insert into gap_sighting (workspace, id, gap, session, finder, question, noted_at)
        select workspace, gen_random_uuid(), id, gen_random_uuid(), 'U' || i, question, noted_at + i * interval '7 days'
        from gap cross join generate_series(0, 8) i where workspace = ?\
        """;
    private static final String USED = """
        insert into gap_use (workspace, gap, session, used_at)
        select workspace, id, gen_random_uuid(), least(closed_at + interval '2 days', timestamptz '2026-03-20')
        from gap where workspace = ? and state = 'CLOSED'\
        """;

    private final Dashboard dashboard;
    private final Database database;
    private final WorkspaceId workspace =
            new WorkspaceId("T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    private final Viewer lead = new Viewer(workspace, new MemberId("ULEAD"), true, "");

    FiguresTest(Dashboard dashboard, DataSource source) {
        this.dashboard = dashboard;
        this.database = new Database(source);
    }

    private void fill() {
        database.change(SESSIONS, workspace.value());
        // The day's sum is kept beside each row in one transaction.
        database.change(SPENT, workspace.value());
        database.change(
                "insert into spend_day select workspace, (spent_at at time zone 'UTC')::date, sum(micros) from spend where"
                        + " workspace = ? group by 1, 2",
                workspace.value());
        for (var rows : List.of(GAPS, MET, USED)) {
            database.change(rows, workspace.value());
        }
        database.change(TICKETS.replace("select f.workspace,", "select '" + workspace + "',"), workspace.value());
    }

    @Test
    void agreeWithTheRawRows() {
        fill();
        assertAgreement();
    }

    /// Counts are kept beside the rows: whatever becomes of a row, they follow.
    @Test
    void agreeWithRowsThatChangedOrWent() {
        fill();
        for (var change : List.of(
                "update session_fact set opened_at = opened_at - interval '17 days', team = 'Team 1' where own_closeness % 10 = 3",
                "update session_fact set closed_at = opened_at + interval '2 hours', outcome = 'resolved', worked_minutes = 33,"
                        + " confidence = 4, closing_confidence = 2, first_contact = true, own_closeness = 71 where closed_at is null",
                "update session_fact set owner = 'U' || extract(hour from opened_at) where opening = 'text'",
                "update session_fact set owner = null where own_closeness % 7 = 2",
                "update session_fact set opening = 'training' where own_closeness % 9 = 4",
                "update session_fact set opening = 'text' where opening = 'training' and confidence > 2",
                "delete from session_fact where own_closeness % 8 = 5",
                "update ticket set csat = 5, escalated = null, team = 'Team 1' where external_id::int % 21 = 0",
                "update ticket set opened_at = opened_at - interval '17 days' where external_id::int % 19 = 0",
                "update ticket set session = gen_random_uuid() where session is null and external_id::int % 31 = 0",
                "update ticket set solved_at = null, agent = null, kind = null where external_id::int % 23 = 0",
                "delete from ticket where external_id::int % 17 = 0")) {
            assertTrue(database.change(change + " and workspace = ?", workspace.value()) > 0, change);
        }
        assertAgreement();
    }

    private void assertAgreement() {
        var tables =
                dashboard.view(lead, MONTHS, "").tables().stream().collect(Collectors.toMap(Table::id, table -> table));

        // The Mantel-Haenszel difference of shares, worked out in SQL.
        assertNear(number(tables.get("comparison"), 0, 3), """
            with strata as (select count(*) filter (where session is not null) m1, count(*) filter (where session is null) m0,
                    count(*) filter (where session is not null and csat > 3) a, count(*) filter (where session is null and csat > 3) b
                from ticket where workspace = ? and csat is not null and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'
                group by to_char(opened_at at time zone 'UTC', 'YYYY-MM'), kind, priority, tier, channel)
            select 100 * sum((a * m0 - b * m1)::float8 / (m1 + m0)) / sum((m1 * m0)::float8 / (m1 + m0))
            from strata where m1 > 0 and m0 > 0\
            """);
        // The ratio of typical times, with logarithms that are not rounded.
        assertNear(number(tables.get("comparison"), 5, 3), """
            with logs as (select *, ln(greatest(extract(epoch from solved_at - opened_at)::float8 / 60, 1)) l from ticket
                    where workspace = ? and solved_at is not null and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'),
                strata as (select count(*) filter (where session is not null) m1, count(*) filter (where session is null) m0,
                    avg(l) filter (where session is not null) one, avg(l) filter (where session is null) other
                from logs group by to_char(opened_at at time zone 'UTC', 'YYYY-MM'), kind, priority, tier, channel)
            select 100 * (exp(sum(m1 * m0 * (one - other) / (m1 + m0)) / sum((m1 * m0)::float8 / (m1 + m0))) - 1)
            from strata where m1 > 0 and m0 > 0\
            """);
        assertNear(
                number(tables.get("teams"), 1, 3),
                "select 100.0 * count(*) filter (where csat > 3) / count(csat) from ticket where workspace = ?"
                        + " and team = 'Team 1' and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'");
        assertNear(
                number(tables.get("sessions"), 0, 6),
                "select avg(worked_minutes) from session_fact where workspace = ? and opening = 'difficult-customer'"
                        + " and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'");
        assertNear(
                number(tables.get("sessions"), 1, 8),
                "select avg(closing_confidence) from session_fact where workspace = ? and opening = 'text' and"
                        + " closing_confidence is not null and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'");
        assertNear(
                sum(tables.get("teams"), 1),
                "select count(*) from ticket where workspace = ? and opened_at >= '2026-01-01Z' and opened_at <"
                        + " '2026-04-01Z'");
        assertNear(
                number(tables.get("minutes"), 0, 1),
                "select sum(worked_minutes) from session_fact where workspace = ? and opening <> 'training'"
                        + " and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'");
        for (var block : List.of(0, 1, 2)) {
            // Four weeks from Monday on, each person's from the week of their own first session that was no practice.
            var inBlock = """
                 from (select *, floor((extract(epoch from opened_at) - 345600) / 604800) as held from session_fact) f
                where workspace = ? and opening <> 'training' and own_closeness is not null
                    and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'
                    and (select floor((f.held - floor((min(extract(epoch from g.opened_at)) - 345600) / 604800)) / 4)
                        from session_fact g where g.workspace = f.workspace and g.owner = f.owner
                        and g.opening <> 'training') = %d\
                """.formatted(block);
            assertNear(number(tables.get("rampup"), block, 1), "select count(distinct owner)" + inBlock);
            assertNear(number(tables.get("rampup"), block, 2), "select count(*)" + inBlock);
            assertNear(number(tables.get("rampup"), block, 3), "select avg(own_closeness)" + inBlock);
        }
        var monday = tables.get("trend").rows().get(6).getFirst().text();
        assertNear(
                number(tables.get("trend"), 6, 1),
                "select count(*) from session_fact where workspace = ? and opening <> 'training' and opened_at >= '"
                        + monday + "Z' and opened_at < timestamptz '" + monday + "Z' + interval '7 days'");
        assertNear(
                number(tables.get("sessions"), 0, 1),
                "select count(*) from session_fact where workspace = ? and opening = 'difficult-customer'"
                        + " and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'");
        assertNear(
                number(tables.get("cost"), 1, 1),
                "select sum(micros) / 1e6 from spend where workspace = ? and spent_at >= '2026-02-01Z'"
                        + " and spent_at < '2026-03-01Z'");
        assertNear(
                number(tables.get("cost"), 1, 2),
                "select count(*) from session_fact where workspace = ? and opening <> 'training'"
                        + " and to_char(opened_at at time zone 'UTC', 'MM') = '02'");
        for (var policy : List.of(false, true)) {
            var row = policy ? 1 : 0;
            var kind = " and policy = " + policy + " and workspace = ?";
            var met = " from gap_sighting where gap in (select id from gap where policy = " + policy
                    + ") and noted_at between '2026-01-01Z' and '2026-03-31 23:59:59.999Z' and workspace = ?";
            assertNear(
                    number(tables.get("gaps"), row, 1),
                    "select count(*) from gap where to_char(noted_at at time zone 'UTC', 'YYYY-MM') in"
                            + " ('2026-01', '2026-02', '2026-03')" + kind);
            assertNear(number(tables.get("gaps"), row, 2), "select count(*)" + met);
            assertNear(
                    number(tables.get("gaps"), row, 3),
                    "select count(*) from gap where to_char(closed_at at time zone 'UTC', 'YYYY-MM') in"
                            + " ('2026-01', '2026-02', '2026-03')" + kind);
            assertNear(number(tables.get("gaps"), row, 5), "select count(*) from gap where closed_at is null" + kind);
            assertNear(
                    number(tables.get("gaps"), row, 6),
                    "select count(*) from gap_use where gap in (select id from gap where policy = " + policy
                            + ") and to_char(used_at at time zone 'UTC', 'YYYY') = '2026' and workspace = ?");
        }
    }

    /// The first days of a week, and a team with hardly a ticket, would else show leaps.
    @Test
    void showsNoShareOfFewTickets() {
        fill();
        database.change(
                "delete from ticket where workspace = ? and opened_at >= '2026-02-02Z' and opened_at < '2026-02-09Z'"
                        + " and external_id::int % 7 > 0",
                workspace.value());

        var week = table("trend", lead).rows().stream()
                .filter(row -> row.getFirst().text().equals("2026-02-02"))
                .findFirst()
                .orElseThrow();

        assertTrue(week.get(3).number() > 0 && week.get(3).number() < 20, week.toString());
        for (var share : List.of(5, 7, 9, 11)) {
            assertEquals("too few", week.get(share).text());
        }
    }

    @Test
    void showsNoGroupOfFewerThanFive() {
        fill();
        database.change(
                "update session_fact set owner = 'U' || length(owner || session::text) % 4 where workspace = ?",
                workspace.value());
        database.change("update ticket set agent = 'U' || external_id::int % 4 where workspace = ?", workspace.value());

        for (var table : dashboard.view(lead, MONTHS, "").tables()) {
            var shown = table.rows().stream()
                    .flatMap(row -> row.stream().skip(1))
                    .filter(cell -> cell.number() != null && cell.number() != 0)
                    .toList();
            // What Claude cost is nobody's figure, and what articles were written is nobody's either.
            assertTrue(
                    shown.isEmpty() || Set.of("cost", "gaps").contains(table.id()),
                    () -> table.id() + " shows " + shown);
        }
        assertTrue(Csv.of(table("comparison", lead)).contains("fewer than 5 people"));
        database.change("update gap_sighting set finder = 'U1' where workspace = ?", workspace.value());
        for (var id : List.of("cost", "gaps")) {
            var shown = table(id, lead).rows().getFirst().get(id.equals("cost") ? 3 : 2);
            assertEquals("fewer than 5 people", shown.text(), id);
        }
        for (var card : dashboard.view(lead, MONTHS, "").glance().stream()
                .flatMap(glance -> glance.cards().stream())
                .toList()) {
            assertEquals("–", card.value(), card.label());
        }
    }

    @Test
    void showsAPersonThemselvesAndNobodyElse() {
        fill();
        var own = new Viewer(workspace, new MemberId("U3"), false, "");

        var tables = dashboard.view(own, MONTHS, "").tables();

        assertEquals(
                List.of("sessions", "rampup", "own-tickets", "proposals", "granted"),
                tables.stream().map(Table::id).toList());
        assertNear(
                sum(table("sessions", own), 1),
                "select count(*) from session_fact where workspace = ? and owner = 'U3' and opening <> 'training'"
                        + " and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'");
        assertNear(
                number(table("own-tickets", own), 0, 1),
                "select count(*) from ticket where workspace = ? and session in (select session from session_fact"
                        + " where owner = 'U3') and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'");
    }

    @Test
    void showsNothingOfAnotherWorkspace() {
        fill();
        var stranger = new Viewer(new WorkspaceId(workspace + "X"), new MemberId("U3"), true, "");

        for (var table : dashboard.view(stranger, MONTHS, "").tables()) {
            assertTrue(table.isEmpty() || table.id().equals("minutes"), table.id());
        }
        assertFalse(dashboard.teams(lead).isEmpty());
        assertEquals(List.of(), dashboard.teams(stranger));
    }

    @Test
    void saysTheTenMeasuresAtAGlanceAsItsTablesDo() {
        fill();
        var view = dashboard.view(lead, MONTHS, "");
        var cards = view.glance().stream()
                .flatMap(glance -> glance.cards().stream())
                .collect(Collectors.toMap(Glance.Card::label, card -> card));

        assertEquals(10, cards.size());
        var comparison = table("comparison", lead);
        for (var measure : List.of(Measure.SATISFIED, Measure.TIME, Measure.REOPENED)) {
            assertEquals(
                    comparison.rows().get(measure.ordinal()).get(1).text(),
                    cards.get(measure.shown()).value());
        }
        assertEquals(
                String.format(
                        Locale.US,
                        "%.1f of 5",
                        Double.parseDouble(database.one(
                                "select avg(closing_confidence) from session_fact where workspace = ? and opening <> 'training'"
                                        + " and confidence is not null and opened_at >= '2026-01-01Z' and opened_at < '2026-04-01Z'",
                                workspace.value()))),
                cards.get("How sure agents are").value());
        assertEquals(
                table("gaps", lead).rows().getFirst().get(1).text(),
                cards.get("Knowledge gaps found").value());
        var ids = view.tables().stream().map(Table::id).toList();
        cards.values().forEach(card -> assertTrue(ids.contains(card.table()), card.label()));
    }

    private Table table(String id, Viewer viewer) {
        return dashboard.view(viewer, MONTHS, "").tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Table table, int row, int column) {
        var number = table.rows().get(row).get(column).number();
        if (number == null) {
            throw new AssertionError(table.id() + " shows " + table.rows().get(row));
        }
        return number;
    }

    private static double sum(Table table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column).number())
                .mapToDouble(number -> number == null ? 0 : number)
                .sum();
    }

    private void assertNear(double shown, String query) {
        assertEquals(Double.parseDouble(database.one(query, workspace.value())), shown, 0.05, query);
    }
}
