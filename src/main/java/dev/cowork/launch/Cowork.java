package dev.cowork.launch;

import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_JDBC_URL;
import static dev.cowork.launch.Variable.QUARKUS_HTTP_PORT;
import static dev.cowork.launch.Variable.SLACK_API_URL;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The program. A start that is refused says why in one line on standard error and ends with code 2.
@QuarkusMain
public final class Cowork {

    private static final int REFUSED = 2;
    private static final Duration PATIENCE_WITH_POSTGRES = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WITH_QUARKUS = Duration.ofSeconds(22);

    Cowork() {}

    public static void main(String... arguments) {
        if (AuditCommand.isMeantBy(arguments)) {
            System.exit(new AuditCommand(Settings.ofThisProcess(), System.out, System.err).run(arguments));
        }
        if (MigrateCommand.isMeantBy(arguments)) {
            System.exit(new MigrateCommand(Settings.ofThisProcess(), System.getenv(), System.out, System.err).run());
        }
        var ended = new CountDownLatch(1);
        try {
            if (Rehearsal.isMeantBy(arguments)) {
                var isPlayground = Settings.ofThisProcess().isPlayground();
                System.exit(Rehearsal.hold(isPlayground, () -> serve(Rehearsal.class, ended, arguments)));
            }
            prepare(Settings.ofThisProcess(), ended);
        } catch (RefusedStartException e) {
            System.err.println(e.getMessage());
            System.exit(REFUSED);
        }
        if (Reload.isOn()) {
            Quarkus.run(Serving.class, arguments);
        } else {
            System.exit(serve(Serving.class, ended, arguments));
        }
    }

    private static int serve(
            Class<? extends QuarkusApplication> application, CountDownLatch ended, String... arguments) {
        var code = new AtomicInteger();
        try {
            Quarkus.run(application, (result, why) -> code.set(told(result, why)), arguments);
            return code.get();
        } finally {
            ended.countDown();
        }
    }

    /// Whoever takes the code has to tell why, too: a migration that fails would otherwise end the bot without a word.
    private static int told(int code, @Nullable Throwable why) {
        if (why != null) {
            Log.error("The bot could not start, or not go on", why);
        }
        return code;
    }

    private static void prepare(Settings settings, CountDownLatch ended) {
        settings.check();
        settings.mendedSlackAddress().ifPresent(url -> System.setProperty(SLACK_API_URL.name(), url));
        if (!Reload.isOn()) { // There Quarkus holds the port while it reloads us.
            takePort(settings.port().orElse(8080));
        }
        if (settings.has(QUARKUS_DATASOURCE_JDBC_URL)) {
            new GivenPostgres(settings).await(PATIENCE_WITH_POSTGRES);
        } else {
            useOwnPostgres(settings, ended);
        }
    }

    /// In development Quarkus comes back here after each change with these properties still set, and so keeps using the
    /// server of the first start.
    private static void useOwnPostgres(Settings settings, CountDownLatch ended) {
        var server = OwnPostgres.start(settings.dataDirectory(), Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, ended), "own-postgres"));
        server.ensureDatabase("cowork");
        server.serveThisProcess("cowork");
    }

    private static void stop(OwnPostgres server, CountDownLatch ended) {
        try {
            // Quarkus stops in a shutdown hook too, and may still have something to write.
            ended.await(PATIENCE_WITH_QUARKUS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    /// Says the port in full, so that what is built from it, as the playground's address, is right for any free one
    /// too.
    private static void takePort(int port) {
        try (var probe = new ServerSocket(port)) {
            System.setProperty(QUARKUS_HTTP_PORT.property(), Integer.toString(probe.getLocalPort()));
        } catch (IOException e) {
            throw QUARKUS_HTTP_PORT.refused(
                    port + " is in use by another program; stop that one, or set a free port (0 finds one by itself)");
        }
    }
}
