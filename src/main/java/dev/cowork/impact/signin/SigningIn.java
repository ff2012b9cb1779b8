package dev.cowork.impact.signin;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Sha256;
import dev.cowork.workspace.Standings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/// Lets people in, knows them again and lets them out. What they may is looked up at each look.
@ApplicationScoped
class SigningIn {
    private static final int BYTES = 32;

    private final WebSessions sessions;
    private final Roles roles;
    private final Standings standings;
    private final SignInConfig config;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    SigningIn(WebSessions sessions, Roles roles, Standings standings, SignInConfig config, InstantSource clock) {
        this.sessions = sessions;
        this.roles = roles;
        this.standings = standings;
        this.config = config;
        this.clock = clock;
    }

    /// @return what the browser's cookie holds from now on
    @Transactional
    String begin(WorkspaceId workspace, MemberId member) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sessions.sweep(now);
        var secret = secret();
        sessions.persist(WebSession.of(Sha256.of(secret), workspace, member, secret(), now, config.longest()));
        return secret;
    }

    /// Who holds this; empty where nobody does, or no longer.
    @Transactional
    Optional<Viewer> know(String secret) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sessions.findByIdOptional(Sha256.of(secret))
                .filter(session -> !session.isOver(now, config.idle()))
                .flatMap(session -> {
                    session.seen(now);
                    return viewer(session.workspace(), session.member(), session.csrf());
                });
    }

    /// Empty for whoever is no member of the workspace, or no longer.
    @Transactional
    Optional<Viewer> viewer(WorkspaceId workspace, MemberId member, String csrf) {
        if (!standings.last(workspace, member).mayWork()) {
            return Optional.empty();
        }
        var isLead = roles.of(workspace, member).decides() || roles.isAdmin(workspace, member);
        return Optional.of(new Viewer(workspace, member, isLead, csrf));
    }

    @Transactional
    void end(String secret) {
        sessions.end(Sha256.of(secret));
    }

    private String secret() {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
