package dev.cowork.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;

/// The bot at work: from the moment it answers to the moment it is told to stop.
final class Serving implements QuarkusApplication {

    private final HttpServer http;

    Serving(HttpServer http) {
        this.http = http;
    }

    @Override
    public int run(String... arguments) {
        var settings = Settings.ofThisProcess();
        System.out.println(Announcement.of(settings, port(settings)));
        StartCache.complaint().ifPresent(System.out::println);
        Quarkus.waitForExit();
        return 0;
    }

    /// Where it really listens. After a live reload Quarkus no longer says.
    private int port(Settings settings) {
        return http.getPort() > 0 ? http.getPort() : settings.port().orElse(8080);
    }
}
