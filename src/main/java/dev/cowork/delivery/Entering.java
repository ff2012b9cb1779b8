package dev.cowork.delivery;

import dev.cowork.workspace.wall.Wall;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// How whoever works off a lane begins: on the schedule's connections, going to PostgreSQL once. Done in a transaction
/// like any other it would go four times.
@ApplicationScoped
class Entering {
    static final String HEAD = """
            select %s as is_quiet, epoch, head.* from lane left join lateral (
                select %s from inbox
                where lane = lane.name and state = 'WAITING' order by id limit 1
            ) as head on true
            where name = ?""".formatted(Crowd.IS_NOWHERE, InboxRows.ROW);
    private static final List<String> INBOX = List.of("update lane set epoch = epoch + 1 where name = ?", HEAD);

    private final DataSource schedule;
    private final Wall wall;

    Entering(@io.quarkus.agroal.DataSource("schedule") DataSource schedule, Wall wall) {
        this.schedule = schedule;
        this.wall = wall;
    }

    /// @param epoch the number under which the lane is worked off; whoever began earlier has been given up for dead
    /// @param head what is first on it
    /// @param isQuiet whether no process has a [Crowd]
    record Entered(long epoch, Optional<InboxRows.Row> head, boolean isQuiet) {}

    /// Begins to work off what came in. The commit is not waited for: nothing counts on the number but what is written
    /// after it.
    Entered inbox(Lane lane) {
        return first(INBOX, List.of(Sql.BY_INDEX, Sql.UNAWAITED), Entering::entered, lane.value(), lane.value())
                .orElse(new Entered(0, Optional.empty(), true));
    }

    /// What is first among what goes out on the lane.
    Optional<OutboxRows.Row> outbox(Lane lane) {
        return first(List.of(OutboxRows.HEAD), List.of(Sql.BY_INDEX), OutboxRows::row, lane.value());
    }

    private static Entered entered(ResultSet r) throws SQLException {
        var epoch = r.getLong("epoch");
        var isQuiet = r.getBoolean("is_quiet");
        r.getLong("id");
        return new Entered(epoch, r.wasNull() ? Optional.empty() : Optional.of(InboxRows.row(r)), isQuiet);
    }

    private <T> Optional<T> first(
            List<String> statements, List<String> also, Sql.Reader<T> reader, @Nullable Object... values) {
        var first = "select " + wall.everyWorkspace() + ", " + String.join(", ", also);
        var all = Stream.concat(Stream.of(first), statements.stream()).toList();
        try (var connection = schedule.getConnection()) {
            return Sql.together(connection, all, reader, values).stream().findFirst();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }
}
