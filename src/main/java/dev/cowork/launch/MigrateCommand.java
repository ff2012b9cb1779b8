package dev.cowork.launch;

import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_JDBC_URL;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_PASSWORD;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_USERNAME;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// `migrate` brings the schema of the configured PostgreSQL up to date and ends: for where the bot's processes are
/// not to do it at their start, nor to be allowed to. No statement is too long for it.
final class MigrateCommand {
    static final int FINE = 0;
    static final int REFUSED = 2;

    private final Settings settings;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    MigrateCommand(Settings settings, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("migrate");
    }

    int run() {
        var url = settings.get(QUARKUS_DATASOURCE_JDBC_URL);
        if (url.isEmpty()) {
            err.println(
                    QUARKUS_DATASOURCE_JDBC_URL + ": is not set, and without it there is nothing to bring up to date");
            return REFUSED;
        }
        try {
            var done = Flyway.configure()
                    .dataSource(
                            url.get(),
                            owner("QUARKUS_FLYWAY_USERNAME", QUARKUS_DATASOURCE_USERNAME),
                            owner("QUARKUS_FLYWAY_PASSWORD", QUARKUS_DATASOURCE_PASSWORD))
                    .locations("db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            out.println("The schema is at version "
                    + Optional.ofNullable(done.targetSchemaVersion).orElse(done.initialSchemaVersion) + "; "
                    + done.migrationsExecuted + " steps were taken.");
            return FINE;
        } catch (FlywayException e) {
            err.println("The schema could not be brought up to date: " + e.getMessage());
            return REFUSED;
        }
    }

    /// Whoever owns the tables, where that is not who works with them.
    private String owner(String name, Variable otherwise) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .or(() -> settings.get(otherwise))
                .orElse("");
    }
}
