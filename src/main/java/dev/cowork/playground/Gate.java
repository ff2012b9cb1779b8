package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Keeps the playground to people at this machine: closed where a real workspace is served, and deaf to other web
/// sites.
@IfBuildProfile(anyOf = {"dev", "test"})
class Gate {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean open;

    Gate(PlaygroundConfig config) {
        this.open = config.realWorkspace().map(config.botToken()::equals).orElse(true);
    }

    /// Nothing: go on.
    @ServerRequestFilter
    public Optional<Response> check(HttpServerRequest request) {
        boolean ours = request.path().equals("/") || request.path().startsWith("/playground");
        if (!ours) {
            return Optional.empty();
        }
        if (!open) {
            return Optional.of(Response.status(404).build());
        }
        boolean foreign = !HERE.contains(host("http://" + request.getHeader("Host")))
                || request.getHeader("Origin") != null && !HERE.contains(host(request.getHeader("Origin")));
        return foreign
                ? Optional.of(Response.status(403)
                        .entity("The playground answers this machine only.")
                        .build())
                : Optional.empty();
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost()).orElse("");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
