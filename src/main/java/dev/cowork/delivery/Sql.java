package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs one statement on the connection of the current transaction.
@ApplicationScoped
class Sql {
    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Among what a statement selects: for the rest of the transaction no lock is waited for longer than a second, no
    /// statement takes longer than one
    /// and a half. Slack waits three seconds, then sends again.
    static final String HURRY =
            "set_config('lock_timeout', '1s', true), set_config('statement_timeout', '1500ms', true)";

    /// Among what a statement selects: from it on, no statement of the transaction reads a whole table that
    /// has an index for it. Where a table was short when a plan was made, PostgreSQL would read it all, and
    /// keep to that plan while a busy minute fills the table.
    static final String BY_INDEX = "set_config('enable_seqscan', 'off', true)";

    /// Among what a statement selects: the transaction does not wait until its commit is on disk. Whatever is
    /// committed after it and waits takes it along.
    static final String UNAWAITED = "set_config('synchronous_commit', 'off', true)";

    /// As [#HURRY] says, for the current one.
    void hurry() {
        first("select " + HURRY, _ -> true);
    }

    int update(String statement, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    <T> Optional<T> first(String statement, Reader<T> reader, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            try (var rows = prepared.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    <T> List<T> all(String statement, Reader<T> reader, @Nullable Object... values) {
        try (var connection = database.getConnection()) {
            return all(connection, statement, reader, values);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    private static <T> List<T> all(
            Connection connection, String statement, Reader<T> reader, @Nullable Object... values) {
        try (var prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            try (var rows = prepared.executeQuery()) {
                return read(rows, reader);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    /// Several statements that PostgreSQL is sent together, on a connection that stands outside the current
    /// transaction: on its way to PostgreSQL and back each by itself would cost as much as all of them. Where the
    /// connection commits by itself, they are one transaction.
    ///
    /// @param statements each of them selects something
    /// @return what the last one says
    static <T> List<T> together(
            Connection connection, List<String> statements, Reader<T> reader, @Nullable Object... values) {
        try (var prepared = connection.prepareStatement(String.join("; ", statements))) {
            bind(prepared, values);
            prepared.execute();
            for (var i = 1; i < statements.size(); i++) {
                prepared.getMoreResults();
            }
            try (var rows = prepared.getResultSet()) {
                return read(rows, reader);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    /// The same on the connection of the current transaction.
    <T> List<T> together(List<String> statements, Reader<T> reader, @Nullable Object... values) {
        try (var connection = database.getConnection()) {
            return together(connection, statements, reader, values);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    private static <T> List<T> read(ResultSet rows, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        while (rows.next()) {
            all.add(reader.read(rows));
        }
        return all;
    }

    private static void bind(PreparedStatement prepared, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            prepared.setObject(
                    i + 1, value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value);
        }
    }
}
