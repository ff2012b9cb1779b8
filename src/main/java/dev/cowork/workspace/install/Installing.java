package dev.cowork.workspace.install;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Sha256;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/// A workspace installs the app over OAuth, installs it again, or takes it away.
@ApplicationScoped
public class Installing {
    /// How long somebody may take over Slack's page.
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int RANDOM_BYTES = 32;

    private final Installations installations;
    private final InstallAttempts attempts;
    private final InstalledTokens tokens;
    private final Seal seal;
    private final SealKeys keys;
    private final Event<WorkspaceInstalled> installed;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Installing(
            Installations installations,
            InstallAttempts attempts,
            InstalledTokens tokens,
            Seal seal,
            SealKeys keys,
            Event<WorkspaceInstalled> installed,
            InstantSource clock) {
        this.installations = installations;
        this.attempts = attempts;
        this.tokens = tokens;
        this.seal = seal;
        this.keys = keys;
        this.installed = installed;
        this.clock = clock;
    }

    /// What takes somebody to Slack and back: the state goes through Slack, the other stays in their browser.
    public record Attempt(String state, String browser) {
        @Override
        public String toString() {
            return "Attempt[]";
        }
    }

    /// What Slack granted.
    ///
    /// @param scopes comma-separated, as Slack says them
    public record Granted(
            WorkspaceId workspace, String name, String botUser, String token, String scopes, MemberId by) {
        @Override
        public String toString() {
            return "Granted[" + workspace + ", " + scopes + "]";
        }
    }

    /// Whether workspaces may install the app themselves: not where one token is set for all.
    public boolean isServed() {
        return tokens.areOfInstallations();
    }

    @Transactional
    public Attempt begin() {
        var now = clock.instant();
        attempts.forgetExpired(now);
        var attempt = new Attempt(random(), random());
        attempts.persist(
                InstallAttempt.of(Sha256.of(attempt.state()), Sha256.of(attempt.browser()), now.plus(PATIENCE)));
        return attempt;
    }

    /// Whether this browser was sent to Slack with that state not long ago. True once.
    @Transactional
    public boolean take(Attempt attempt) {
        return attempts.take(Sha256.of(attempt.state()), Sha256.of(attempt.browser()), clock.instant());
    }

    @Transactional
    public void install(Granted granted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var sealed = seal.seal(granted.workspace(), granted.token());
        installations
                .of(granted.workspace())
                .ifPresentOrElse(
                        one -> one.renew(granted, sealed, now),
                        () -> installations.persist(Installation.of(granted, sealed, now)));
        installed.fire(new WorkspaceInstalled(granted.workspace(), granted.by()));
    }

    /// What the workspace granted, as Slack said it; empty where it did not install the app itself.
    @Transactional
    public Optional<String> grantedBy(WorkspaceId workspace) {
        return installations.of(workspace).map(Installation::scopes);
    }

    /// The workspace took the app away: its token is forgotten.
    ///
    /// @param at when Slack says it happened: what it tells late, after the app was installed again, is no news
    /// @return whether the app is away now
    @Transactional
    public boolean uninstalled(WorkspaceId workspace, Instant at) {
        installations.removeOlderThan(workspace, at);
        tokens.forget(workspace);
        return installations.of(workspace).isEmpty();
    }

    /// Seals every token anew with the first key; a key of our own making is renewed before.
    ///
    /// @return how many
    @Transactional
    public int sealAnew() {
        if (keys.areOurs()) {
            keys.renew();
        }
        var all = installations.all();
        all.forEach(one -> one.seal(seal.seal(one.workspace(), seal.open(one.workspace(), one.sealedToken()))));
        return all.size();
    }

    private String random() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
