package dev.cowork.outside;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Starts the other Slack and points the application at it, with no token: workspaces install it over OAuth.
public final class WithOAuthSlack implements QuarkusTestResourceLifecycleManager {
    static final String OLD_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final PlainSlack slack = new PlainSlack();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "cowork.slack.api-url", slack.url(),
                "cowork.slack.bot-token", "",
                "cowork.slack.signing-secret", PlainSlack.SECRET,
                "cowork.oauth.client-id", "1111.2222",
                "cowork.oauth.client-secret", "a-client-secret",
                "cowork.install.encryption-key", OLD_KEY,
                "cowork.slack.live-update-interval", "300ms",
                "cowork.workspace.supervisors", "");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(slack, new TestInjector.MatchesType(PlainSlack.class));
    }

    @Override
    public void stop() {
        slack.close();
    }
}
