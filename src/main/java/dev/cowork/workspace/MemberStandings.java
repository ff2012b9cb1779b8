package dev.cowork.workspace;

import dev.cowork.workspace.wall.Wall;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The member_standing table.
@ApplicationScoped
class MemberStandings implements PanacheRepositoryBase<MemberStanding, MemberStanding.Id> {
    private static final String LOOK = """
            select seen.workspace, seen.member, standing, seen_at
            from unnest(?::text[], ?::text[]) as asked (workspace, member) cross join lateral (
                select * from member_standing where workspace = asked.workspace and member = asked.member
            ) as seen""";

    private final javax.sql.DataSource intake;
    private final Wall wall;

    MemberStandings(@DataSource("intake") javax.sql.DataSource intake, Wall wall) {
        this.intake = intake;
        this.wall = wall;
    }

    Optional<MemberStanding> of(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(new MemberStanding.Id(workspace.value(), member.value()));
    }

    Set<MemberId> notMembers(WorkspaceId workspace) {
        return list("id.workspace = ?1 and standing <> ?2", workspace.value(), Standing.MEMBER).stream()
                .map(MemberStanding::member)
                .collect(Collectors.toSet());
    }

    /// What is known of these, in one way to PostgreSQL and back: outside any transaction.
    Map<MemberStanding.Id, Standings.Seen> seen(List<MemberStanding.Id> all) {
        var first = "select " + wall.everyWorkspace() + ", set_config('enable_seqscan', 'off', true),"
                + " set_config('statement_timeout', '800ms', true); ";
        try (var connection = intake.getConnection();
                var statement = connection.prepareStatement(first + LOOK)) {
            statement.setObject(
                    1, all.stream().map(MemberStanding.Id::workspace).toArray(String[]::new));
            statement.setObject(2, all.stream().map(MemberStanding.Id::member).toArray(String[]::new));
            statement.execute();
            statement.getMoreResults();
            var seen = new HashMap<MemberStanding.Id, Standings.Seen>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    seen.put(
                            new MemberStanding.Id(rows.getString(1), rows.getString(2)),
                            new Standings.Seen(
                                    Standing.valueOf(rows.getString(3)),
                                    rows.getTimestamp(4).toInstant()));
                }
            }
            return seen;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
