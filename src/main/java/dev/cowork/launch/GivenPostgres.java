package dev.cowork.launch;

import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_JDBC_URL;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_PASSWORD;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_USERNAME;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// The PostgreSQL somebody configured. Both are often started together, so it is given a while to come up.
final class GivenPostgres {

    private static final int OLDEST = 14;
    private static final String NOT_YET_UP = "57P03";

    private final String url;
    private final Properties login = new Properties();

    GivenPostgres(Settings settings) {
        this.url = settings.get(QUARKUS_DATASOURCE_JDBC_URL).orElseThrow();
        login.setProperty("loginTimeout", "5");
        settings.get(QUARKUS_DATASOURCE_USERNAME).ifPresent(user -> login.setProperty("user", user));
        settings.get(QUARKUS_DATASOURCE_PASSWORD).ifPresent(word -> login.setProperty("password", word));
    }

    /// Returns once it answers. Throws [RefusedStartException] where it refuses us, is too old, or stays silent.
    void await(Duration patience) {
        var pause = Duration.ofSeconds(1);
        for (var left = patience; ; left = left.minus(pause)) {
            try (var connection = DriverManager.getConnection(url, login)) {
                checkVersion(connection.getMetaData().getDatabaseMajorVersion());
                return;
            } catch (SQLException e) {
                if (!mayComeUp(e)) {
                    throw refused(e);
                }
                if (left.compareTo(pause) < 0) {
                    throw QUARKUS_DATASOURCE_JDBC_URL.refused(
                            "no PostgreSQL answers there (" + firstLine(e) + "); start it, or correct the address");
                }
                sleep(pause);
            }
        }
    }

    private static boolean mayComeUp(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.equals(NOT_YET_UP);
    }

    private static RefusedStartException refused(SQLException e) {
        var wrongLogin = String.valueOf(e.getSQLState()).startsWith("28");
        return (wrongLogin ? QUARKUS_DATASOURCE_PASSWORD : QUARKUS_DATASOURCE_JDBC_URL)
                .refused("PostgreSQL refused the connection (" + firstLine(e) + "); "
                        + (wrongLogin
                                ? "set it and QUARKUS_DATASOURCE_USERNAME to a login the database accepts"
                                : "set it to jdbc:postgresql://HOST:PORT/DATABASE of a database that exists"));
    }

    private static void checkVersion(int major) {
        if (major < OLDEST) {
            throw QUARKUS_DATASOURCE_JDBC_URL.refused(
                    "PostgreSQL " + major + " answers there; " + OLDEST + " or later is accepted");
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedStartException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
