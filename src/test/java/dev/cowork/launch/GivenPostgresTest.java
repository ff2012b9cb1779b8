package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import io.smallrye.config.EnvConfigSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a person reads whose database is not as they said.
class GivenPostgresTest {

    private final Map<String, String> running = new TestDatabase().start();

    @Test
    void goesOnWhereItAnswers() {
        assertDoesNotThrow(() -> at(url(), password()));
    }

    @Test
    void saysThatTheLoginIsWrong() {
        var refusal = assertThrows(RefusedStartException.class, () -> at(url(), "guess"));

        assertEquals(
                "QUARKUS_DATASOURCE_PASSWORD: PostgreSQL refused the connection (FATAL: password authentication failed for"
                        + " user \"cowork\"); set it and QUARKUS_DATASOURCE_USERNAME to a login the database accepts",
                refusal.getMessage());
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        var refusal = assertThrows(RefusedStartException.class, () -> at(url() + "x", password()));

        assertTrue(
                refusal.getMessage()
                        .startsWith("QUARKUS_DATASOURCE_JDBC_URL: PostgreSQL refused the connection (FATAL:"
                                + " database \"test_"),
                refusal.getMessage());
    }

    @Test
    void saysThatNobodyAnswers() {
        var refusal =
                assertThrows(RefusedStartException.class, () -> at("jdbc:postgresql://127.0.0.1:1/cowork", password()));

        assertEquals(
                "QUARKUS_DATASOURCE_JDBC_URL: no PostgreSQL answers there (Connection to 127.0.0.1:1 refused. Check that"
                        + " the hostname and port are correct and that the postmaster is accepting TCP/IP connections.);"
                        + " start it, or correct the address",
                refusal.getMessage());
    }

    private void at(String url, String password) {
        var environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", "cowork",
                "QUARKUS_DATASOURCE_PASSWORD", password);
        new GivenPostgres(new Settings(List.of(new EnvConfigSource(environment, 300)), "prod")).await(Duration.ZERO);
    }

    private String url() {
        return String.valueOf(running.get("quarkus.datasource.jdbc.url"));
    }

    private String password() {
        return String.valueOf(running.get("quarkus.datasource.password"));
    }
}
