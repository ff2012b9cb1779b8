package dev.cowork.workspace.wall;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells PostgreSQL at the beginning of each transaction for whom it is, and that it is to be held to that: as a role
/// that owns no table. One statement a transaction; with its end both are gone.
@Singleton
class ConnectionWall implements AgroalPoolInterceptor {
    static final String ROLE = "cowork_served";

    private static final Set<String> NO_SUCH_ROLE = Set.of("22023", "42501", "42704");
    private static final String SERVE = "select set_config('role', ?, ?), set_config('cowork.workspace', ?, ?)";

    private final Beyond beyond;
    /// Connections that were told outside a transaction, and remember it until they are told otherwise.
    private final Set<Connection> told = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private volatile String role = ROLE;

    ConnectionWall(Beyond beyond) {
        this.beyond = beyond;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("set role " + ROLE);
        } catch (SQLException e) {
            if (!isMissingRole(e)) {
                throw new IllegalStateException("a connection has no role to work in", e);
            }
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            var isInTransaction = !connection.getAutoCommit();
            if (beyond.isWorking()) {
                tell(connection, "none", "*", isInTransaction);
            } else if (isInTransaction || Within.served().isPresent()) {
                tell(connection, role, Within.served().orElse(""), isInTransaction);
            }
        } catch (SQLException e) {
            // Without having been told, PostgreSQL shows nothing; a line that is cut fails at the next statement.
            Log.warnf("a connection could not be told whom it serves: %s", e.getMessage());
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        if (told.remove(connection)) {
            try {
                serve(connection, role, "", false);
            } catch (SQLException e) {
                Log.warnf("a connection could not be told that it serves nobody: %s", e.getMessage());
            }
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        told.remove(connection);
    }

    /// From now on without a role of its own: the database has none for us.
    void standWithoutRole() {
        role = "none";
    }

    /// As whom a transaction works.
    String role() {
        return role;
    }

    private void tell(Connection connection, String as, String served, boolean isInTransaction) throws SQLException {
        if (!isInTransaction) {
            told.add(connection);
        }
        serve(connection, as, served, isInTransaction);
    }

    private static void serve(Connection connection, String as, String served, boolean isLocal) throws SQLException {
        try (var statement = connection.prepareStatement(SERVE)) {
            statement.setString(1, as);
            statement.setBoolean(2, isLocal);
            statement.setString(3, served);
            statement.setBoolean(4, isLocal);
            statement.execute();
        }
    }

    static boolean isMissingRole(SQLException e) {
        return NO_SUCH_ROLE.contains(e.getSQLState());
    }
}
