package dev.cowork.workspace.wall;

import dev.cowork.workspace.install.Installing;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.sql.Statement;

/// Looks at the start whether the wall stands. Where the database grants us no role of its own and we own its tables,
/// one workspace is served all the same, with a warning; many are not.
@ApplicationScoped
class LookingAtWall {
    private static final String HOW = "As PostgreSQL's administrator run: create role cowork_served nologin; grant"
            + " cowork_served to the bot's user; then start again.";

    private final AgroalDataSource database;
    private final ConnectionWall wall;
    private final Installing installing;

    LookingAtWall(AgroalDataSource database, ConnectionWall wall, Installing installing) {
        this.database = database;
        this.wall = wall;
        this.installing = installing;
    }

    /// Before anything of ours works with the database.
    void on(@Observes @Priority(1) StartupEvent started) {
        if (!stands()) {
            var why = "PostgreSQL does not hold this program to one workspace at a time. " + HOW;
            if (installing.isServed()) {
                throw new IllegalStateException(why);
            }
            Log.warn(why);
        }
    }

    private boolean stands() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            takeRole(statement);
            try (var active = statement.executeQuery("select row_security_active('session')")) {
                return active.next() && active.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not say whom it shows what", e);
        }
    }

    private void takeRole(Statement statement) throws SQLException {
        try {
            statement.execute("set role " + ConnectionWall.ROLE);
        } catch (SQLException e) {
            if (!ConnectionWall.isMissingRole(e)) {
                throw e;
            }
            wall.standWithoutRole();
        }
    }
}
