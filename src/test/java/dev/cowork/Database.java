package dev.cowork;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// What tests ask the database past all of our code.
public record Database(DataSource source) {

    /// As somebody who has a connection of their own.
    public static Database at(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return new Database(source);
    }

    /// One number.
    public long count(String query, Object... values) {
        return Long.parseLong(one(query, values));
    }

    /// The first column of the only row.
    public String one(String query, Object... values) {
        var found = all(query, values);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows instead of one: " + query);
        }
        return found.getFirst();
    }

    /// The first column of every row.
    public List<String> all(String query, Object... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError("the database refused: " + query, e);
        }
    }

    /// A change.
    public int change(String statement, Object... values) {
        try (var connection = source.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError("the database refused: " + statement, e);
        }
    }
}
