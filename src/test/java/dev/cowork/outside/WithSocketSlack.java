package dev.cowork.outside;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Starts a Slack in Socket Mode and lets the application connect to it.
public final class WithSocketSlack implements QuarkusTestResourceLifecycleManager {
    private final SocketSlack slack = new SocketSlack();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "cowork.slack.api-url", slack.url(),
                "cowork.slack.bot-token", "xoxb-socket",
                "cowork.slack.app-token", "xapp-socket");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(slack, new TestInjector.MatchesType(SocketSlack.class));
    }

    @Override
    public void stop() {
        slack.close();
    }
}
