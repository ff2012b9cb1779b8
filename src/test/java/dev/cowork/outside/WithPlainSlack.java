package dev.cowork.outside;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Starts the other Slack and points the application at it.
public final class WithPlainSlack implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "an-outside-secret-of-32-characters";

    private final PlainSlack slack = new PlainSlack();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "cowork.slack.api-url",
                slack.url(),
                "cowork.slack.bot-token",
                PlainSlack.TOKEN,
                "cowork.slack.signing-secret",
                SECRET,
                // As where the dashboard is signed in to with Slack.
                "cowork.oauth.client-id",
                "1111.2222",
                "cowork.slack.live-update-interval",
                "300ms",
                "cowork.workspace.supervisors",
                Visitor.BOSS);
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
