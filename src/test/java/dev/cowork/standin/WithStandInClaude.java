package dev.cowork.standin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Starts a stand-in for Claude and points the application at it. A test takes it as a field of type [StandInClaude].
public final class WithStandInClaude implements QuarkusTestResourceLifecycleManager {
    private final StandInClaude claude = new StandInClaude();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "cowork.partner.api-key",
                "sk-standin",
                "cowork.partner.base-url",
                claude.url(),
                // A story waits for it once: long enough for a busy machine, no longer.
                "cowork.partner.idle-timeout",
                "10s");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(claude, new TestInjector.MatchesType(StandInClaude.class));
    }

    @Override
    public void stop() {
        claude.close();
    }
}
