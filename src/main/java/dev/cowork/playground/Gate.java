package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Keeps the playground to people at this machine: closed where a real workspace is served, deaf to other web sites.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Gate {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int BEFORE_EVERYTHING = -1;

    private final boolean open;

    Gate(PlaygroundConfig config) {
        this.open = config.realWorkspace().map(config.botToken()::equals).orElse(true);
    }

    void stand(@Observes Router router) {
        router.route("/").order(BEFORE_EVERYTHING).handler(this::check);
        router.route("/playground*").order(BEFORE_EVERYTHING).handler(this::check);
    }

    private void check(RoutingContext visit) {
        if (!open) {
            visit.response().setStatusCode(404).end();
        } else if (isForeign(visit.request())) {
            visit.response().setStatusCode(403).end("The playground answers this machine only.");
        } else {
            visit.next();
        }
    }

    private static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return !HERE.contains(host("http://" + request.getHeader("Host")))
                || origin != null && !HERE.contains(host(origin));
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost()).orElse("");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
