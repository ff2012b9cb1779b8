package dev.cowork.impact.signin;

import dev.cowork.workspace.wall.Within;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells who sends a request to the dashboard.
@ApplicationScoped
public class Visitors {
    /// The prefix binds it to this host, to https and to no path of its own.
    static final String COOKIE = "__Host-cowork";

    private final SigningIn signing;
    private final SignInConfig config;
    private final Instance<Acting> acting;

    Visitors(SigningIn signing, SignInConfig config, Instance<Acting> acting) {
        this.signing = signing;
        this.config = config;
        this.acting = acting;
    }

    /// Who it is; empty for a stranger.
    public Optional<Viewer> viewer(HttpServerRequest request) {
        // Whose the secret is says its row alone.
        return secretIn(request)
                .flatMap(secret -> Within.everyWorkspace(() -> signing.know(secret)))
                .or(() -> acting.stream()
                        .flatMap(one -> one.viewer(request).stream())
                        .findFirst());
    }

    /// Whether somebody can sign in at all.
    public boolean isOpen() {
        return config.clientId().isPresent();
    }

    /// Whether the request comes from a page that we gave to this viewer.
    public boolean isOwn(HttpServerRequest request, Viewer viewer, @Nullable String csrf) {
        var site = request.getHeader("Sec-Fetch-Site");
        return (site == null || site.equals("same-origin"))
                && csrf != null
                && MessageDigest.isEqual(
                        csrf.getBytes(StandardCharsets.UTF_8), viewer.csrf().getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> secretIn(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE)).map(io.vertx.core.http.Cookie::getValue);
    }
}
