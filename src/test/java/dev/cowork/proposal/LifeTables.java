package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// All that the database holds of one history, read at once and past all of our code. What is checked at the end of a
/// transaction is checked here too.
final class LifeTables {
    private final DataSource source;

    LifeTables(DataSource source) {
        this.source = source;
    }

    /// @param texts records and the newest card of each message, by what they are and of which proposal
    /// @param audit deed, person and, for the refused, why; and which press, where one of two counts
    /// @param broken what must never be
    record Seen(Map<String, String> texts, List<String> audit, List<String> broken) {
        String record(ProposalKey key) {
            return texts.getOrDefault("record/" + key.id(), "nothing is recorded");
        }

        String card(ProposalKey key, String place) {
            return texts.getOrDefault("proposal/" + key.id() + "/" + place, "there is no card")
                    .replace("\\u003c", "<")
                    .replace("\\u003e", ">");
        }
    }

    Seen read(WorkspaceId workspace) {
        var seen = new Seen(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        try (var connection = source.getConnection();
                var check = connection.createStatement();
                var query = connection.prepareStatement(ALL)) {
            check.execute("set constraints all immediate; set constraints all deferred");
            query.setString(1, workspace.value());
            query.setString(2, workspace.value());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    read(rows, seen);
                }
            }
            return seen;
        } catch (SQLException e) {
            throw new AssertionError("the database refused what was done", e);
        }
    }

    private static void read(ResultSet row, Seen seen) throws SQLException {
        switch (row.getString("what")) {
            case "record" -> seen.texts.put("record/" + row.getString("name"), record(row));
            case "card" -> seen.texts.put(row.getString("name"), row.getString("text"));
            case "audit" -> seen.audit.add(row.getString("text"));
            case String broken -> seen.broken.add(broken + ": " + row.getString("text"));
        }
    }

    /// In the words of [LifeModel.Case].
    private static String record(ResultSet row) throws SQLException {
        var steps = new ArrayList<String>();
        for (var step : row.getString("steps").split(";")) {
            var parts = step.split(" ");
            if (parts.length > 1) {
                steps.add(parts[0] + " " + parts[1] + " " + granted(parts, row));
            }
        }
        return row.getString("text")
                        .formatted(row.getTimestamp("until").toInstant().toString())
                + ": " + terms(row) + " " + steps;
    }

    private static String granted(String[] step, ResultSet row) throws SQLException {
        if (step[1].equals("DECLINED")) {
            return "nothing";
        }
        return step.length < 5 ? terms(row) : step[2] + " " + money(Long.parseLong(step[3]), step[4]);
    }

    private static String terms(ResultSet row) throws SQLException {
        return row.getString("kind") == null
                ? "to " + row.getString("target")
                : row.getString("kind") + " " + money(row.getLong("minor"), row.getString("currency"));
    }

    private static Money money(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    private static final String ALL = """
            with mine as materialized (select * from proposal where workspace = ?),
            decision as materialized (select d.* from proposal_decision d join mine on d.workspace = mine.workspace and d.proposal = mine.id)
            select 'record' as what, id::text as name, 0 as place,
                state || ' v' || version || ' needs ' || requires || ' until %s'
                    || case when reminded_for = expires_at then ' reminded' else '' end
                    || case when fell_back_for = expires_at then ' went on to ' || coalesce(fell_back_to, 'nobody') else '' end
                    || case when hurried then ' hurried' else '' end
                    || coalesce(' led to ' || leads_to, '') as text,
                expires_at as until, kind, amount_minor as minor, currency, target,
                coalesce((select string_agg(concat_ws(' ', decided_by, verdict, granted_kind, granted_minor, granted_currency), ';' order by step)
                    from decision d where d.proposal = mine.id), '') as steps
            from mine
            union all
            select 'card', message, 0, body, null, null, null, null, null, null from (
                select distinct on (o.message) o.message, o.body
                from mine cross join (values ('thread'), ('approval')) as card (place)
                join outbox o on o.workspace = mine.workspace and o.message = 'proposal/' || mine.id || '/' || card.place
                order by o.message, o.id desc) newest
            union all
            select 'audit', '', seq, concat_ws(' ', deed, member, body::json->>'why',
                    case when deed in ('refused', 'answered') or deed = upper(deed) then body::json->>'gesture' end), null, null, null, null, null, null
            from audit_entry where workspace = ?
            union all
            select 'broken decision', '', 0, d.decided_by || ' ' || d.verdict || ' ' || d.step, null, null, null, null, null, null
            from decision d join mine p on p.id = d.proposal
            where d.verdict <> 'OWN_AUTHORITY' and (d.decided_by = p.created_by or exists (select 1
                    from proposal_participant t
                    where t.workspace = p.workspace and t.proposal = p.id and t.member = d.decided_by and t.since < d.decided_at))
                or d.verdict <> 'DECLINED' and d.granted_minor > d.limit_minor and p.state = 'APPROVED' and (
                    select count(distinct e.decided_by) from decision e where e.proposal = p.id) < 2
                or p.state = 'OPEN' and (d.verdict = 'DECLINED' or d.step >= p.requires)
                or d.decided_at > p.expires_at
            order by place
            """;
}
