package dev.cowork.impact.signin;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/// In the playground whoever somebody acts as is signed in without Slack. Not in a production build, and nowhere
/// where a real workspace is served; only for who is on this machine.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class Acting {
    private static final WorkspaceId PLAYGROUND = new WorkspaceId("TPLAY0001");
    private static final String COOKIE = "playground-person";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SigningIn signing;
    private final SignInConfig config;

    Acting(SigningIn signing, SignInConfig config) {
        this.signing = signing;
        this.config = config;
    }

    Optional<Viewer> viewer(HttpServerRequest request) {
        if (config.realWorkspace().isPresent() || !isFromHere(request)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(id -> id.matches("U[A-Z0-9]{2,20}"))
                .or(config::firstPerson)
                .flatMap(person -> Within.workspace(
                        PLAYGROUND, () -> signing.viewer(PLAYGROUND, new MemberId(person), "playground")));
    }

    private static boolean isFromHere(HttpServerRequest request) {
        // Not the header: a browser that speaks HTTP/2 sends none.
        return Optional.ofNullable(request.authority())
                .map(HostAndPort::host)
                .filter(HERE::contains)
                .isPresent();
    }
}
