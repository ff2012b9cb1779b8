package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import io.smallrye.config.EnvConfigSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an operator reads who brings the schema up to date apart from the bot.
class MigrateCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void bringsAnEmptyDatabaseUpToDateAndAFreshOneNoFurther() {
        var running = new TestDatabase().start();
        var login = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", running.get("quarkus.datasource.jdbc.url"),
                "QUARKUS_DATASOURCE_USERNAME", running.get("quarkus.datasource.username"),
                "QUARKUS_DATASOURCE_PASSWORD", running.get("quarkus.datasource.password"));

        assertEquals(MigrateCommand.FINE, migrate(login));
        assertTrue(said(out).matches("The schema is at version \\d+; [1-9]\\d* steps were taken.\n"), said(out));
        out.reset();
        assertEquals(MigrateCommand.FINE, migrate(login));

        assertTrue(said(out).matches("The schema is at version \\d+; 0 steps were taken.\n"), said(out));
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(MigrateCommand.REFUSED, migrate(Map.of()));

        assertEquals(
                "QUARKUS_DATASOURCE_JDBC_URL: is not set, and without it there is nothing to bring up to date\n",
                said(err));
    }

    private int migrate(Map<String, String> environment) {
        var settings = new Settings(List.of(new EnvConfigSource(environment, EnvConfigSource.ORDINAL)), "prod");
        return new MigrateCommand(settings, environment, new PrintStream(out), new PrintStream(err)).run();
    }

    private static String said(ByteArrayOutputStream where) {
        return where.toString(StandardCharsets.UTF_8);
    }
}
