package dev.cowork.launch;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// A program to be killed: commits numbers in a PostgreSQL of its own for ever, and prints each once it is committed.
final class Committing {

    private Committing() {}

    public static void main(String... arguments) throws SQLException {
        var server = OwnPostgres.start(Path.of(arguments[0]), Map.of());
        server.ensureDatabase("cowork");
        try (var connection = DriverManager.getConnection(server.jdbcUrl("cowork"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists committed (number int primary key)");
            for (int number = 0; ; number++) {
                statement.execute("insert into committed values (" + number + ")");
                System.out.println(number);
            }
        }
    }
}
