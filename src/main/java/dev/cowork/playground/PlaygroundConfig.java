package dev.cowork.playground;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Settings of the local Slack.
@ConfigMapping(prefix = "cowork.playground")
interface PlaygroundConfig {
    /// A real workspace's token, where one is configured: every path of the playground then answers 404, unless it is
    /// the playground's own token.
    Optional<String> realWorkspace();

    /// Signs every delivery, as Slack's signing secret does.
    @WithDefault("playground-signing-secret-0000")
    String signingSecret();

    /// The only token the Web API accepts.
    @WithDefault("xoxb-playground")
    String botToken();

    /// Where deliveries go. Unset: `/slack/events` on this process's own HTTP port, whatever that turns out to be.
    Optional<String> eventsUrl();

    /// How long the bot may take to acknowledge. Slack grants three seconds.
    @WithDefault("3s")
    Duration deadline();

    /// When an event that was not acknowledged is sent again, counted from the attempt before.
    @WithDefault("0s,1m,5m")
    List<Duration> retries();

    /// Whether the streaming methods are there; without them they answer `unknown_method`, as an older Slack does.
    @WithDefault("true")
    boolean streaming();

    /// Whether the agent methods are there; they need a paid plan in a real workspace.
    @WithDefault("true")
    boolean agents();
}
