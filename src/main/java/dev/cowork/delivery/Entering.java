package dev.cowork.delivery;

import dev.cowork.workspace.sharing.Shared;
import dev.cowork.workspace.wall.Wall;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// How whoever works off a lane begins: on the schedule's connections, going to PostgreSQL once. Done in a transaction
/// like any other it would go four times. Lanes that are entered at once share it.
@ApplicationScoped
class Entering {
    /// A lane that somebody holds just now is left out, so that it keeps no other from being entered. Each is
    /// looked up by itself, as [Sql#BY_INDEX] says.
    static final String TOGETHER = """
            with mine as (
                select one.name from unnest(?::text[]) as given (name) cross join lateral (
                    select name from lane where name = given.name for no key update skip locked
                ) as one
            ), entered as (
                update lane set epoch = epoch + 1 where name = any (array (select name from mine)) returning name, epoch
            )
            select entered.name, epoch, %1$s as is_quiet, head.* from entered left join lateral (
                select %2$s from inbox where lane = entered.name and state = 'WAITING' order by id limit 1
            ) as head on true""".formatted(Crowd.IS_NOWHERE, InboxRows.ROW);

    static final String HEAD = """
            select name, epoch, %s as is_quiet, head.* from lane left join lateral (
                select %s from inbox
                where lane = lane.name and state = 'WAITING' order by id limit 1
            ) as head on true
            where name = ?""".formatted(Crowd.IS_NOWHERE, InboxRows.ROW);
    private static final List<String> ALONE = List.of("update lane set epoch = epoch + 1 where name = ?", HEAD);

    private final DataSource schedule;
    private final Wall wall;
    private final Shared<Lane, Entered> together = new Shared<>("shared-entering", this::inbox);

    Entering(@io.quarkus.agroal.DataSource("schedule") DataSource schedule, Wall wall) {
        this.schedule = schedule;
        this.wall = wall;
    }

    /// @param epoch the number under which the lane is worked off; whoever began earlier has been given up for dead
    /// @param head what is first on it
    /// @param isQuiet whether no process has a [Crowd]
    record Entered(Lane lane, long epoch, Optional<InboxRows.Row> head, boolean isQuiet) {}

    /// Begins to work off what came in. The commit is not waited for: nothing counts on the number but what is written
    /// after it.
    Entered inbox(Lane lane) {
        return together.of(lane)
                .or(() -> entered(ALONE, lane.value(), lane.value()).stream().findFirst())
                .orElse(new Entered(lane, 0, Optional.empty(), true));
    }

    private Map<Lane, Entered> inbox(List<Lane> lanes) {
        var names = lanes.stream().map(Lane::value).sorted().toArray(String[]::new);
        return entered(List.of(TOGETHER), (Object) names).stream().collect(Collectors.toMap(Entered::lane, it -> it));
    }

    /// What is first among what goes out on the lane.
    Optional<OutboxRows.Row> outbox(Lane lane) {
        return all(List.of(OutboxRows.HEAD), List.of(Sql.BY_INDEX), OutboxRows::row, lane.value()).stream()
                .findFirst();
    }

    private List<Entered> entered(List<String> statements, @Nullable Object... values) {
        return all(statements, List.of(Sql.BY_INDEX, Sql.UNAWAITED), Entering::entered, values);
    }

    private static Entered entered(ResultSet r) throws SQLException {
        var lane = new Lane(r.getString("name"));
        var epoch = r.getLong("epoch");
        var isQuiet = r.getBoolean("is_quiet");
        r.getLong("id");
        return new Entered(lane, epoch, r.wasNull() ? Optional.empty() : Optional.of(InboxRows.row(r)), isQuiet);
    }

    private <T> List<T> all(
            List<String> statements, List<String> also, Sql.Reader<T> reader, @Nullable Object... values) {
        var first = "select " + wall.everyWorkspace() + ", " + String.join(", ", also);
        var all = Stream.concat(Stream.of(first), statements.stream()).toList();
        try (var connection = schedule.getConnection()) {
            return Sql.together(connection, all, reader, values);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }
}
