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
        System.out.println(Announcement.of(Settings.ofThisProcess(), http.getPort()));
        Quarkus.waitForExit();
        return 0;
    }
}
