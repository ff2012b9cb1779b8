package dev.cowork.workspace.install;

import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The token of the settings for everybody, or of each installation its own. An opened one is remembered for some
/// seconds, so that another process's reinstall is seen soon.
@ApplicationScoped
class InstalledTokens implements Tokens {
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private final InstallConfig config;
    private final Installations installations;
    private final Seal seal;
    private final InstantSource clock;
    private final Map<WorkspaceId, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<String> token, Instant at) {
        @Override
        public String toString() {
            return "Known[" + at + "]";
        }
    }

    InstalledTokens(InstallConfig config, Installations installations, Seal seal, InstantSource clock) {
        this.config = config;
        this.installations = installations;
        this.seal = seal;
        this.clock = clock;
    }

    /// Whether each workspace has its own: not where one token is set for all.
    boolean areOfInstallations() {
        return config.botToken().isEmpty();
    }

    @Override
    public Optional<String> of(WorkspaceId workspace) {
        return areOfInstallations() ? installed(workspace) : config.botToken();
    }

    @Override
    public List<String> all() {
        return config.botToken()
                .map(List::of)
                .orElseGet(() -> Within.everyWorkspace(() -> QuarkusTransaction.requiringNew()
                        .call(() -> installations.all().stream()
                                .flatMap(one -> opened(one).stream())
                                .toList())));
    }

    void on(@Observes(during = TransactionPhase.AFTER_COMPLETION) WorkspaceInstalled installed) {
        known.remove(installed.workspace());
    }

    void forget(WorkspaceId workspace) {
        known.remove(workspace);
    }

    private Optional<String> installed(WorkspaceId workspace) {
        var now = clock.instant();
        var remembered = known.get(workspace);
        if (remembered != null && remembered.at().plus(REMEMBERED).isAfter(now)) {
            return remembered.token();
        }
        var token = Within.workspace(
                workspace,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> installations.of(workspace).flatMap(this::opened)));
        known.put(workspace, new Known(token, now));
        return token;
    }

    private Optional<String> opened(Installation one) {
        try {
            return Optional.of(seal.open(one.workspace(), one.sealedToken()));
        } catch (UnsealableException e) {
            Log.error(e.getMessage());
            return Optional.empty();
        }
    }
}
