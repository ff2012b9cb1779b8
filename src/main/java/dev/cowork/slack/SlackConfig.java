package dev.cowork.slack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.slack")
interface SlackConfig {
    /// The Web API's base, with a slash at its end.
    String apiUrl();

    /// The bot's token of a single-workspace install.
    Optional<String> botToken();

    /// The app-level token: present means Socket Mode.
    Optional<String> appToken();

    /// Verifies that a request comes from Slack.
    Optional<String> signingSecret();

    /// The secret before the last rotation, accepted as well until it is taken out here.
    Optional<String> previousSigningSecret();

    /// How long one call to Slack may take before its outcome counts as unknown.
    @WithDefault("10s")
    Duration callTimeout();

    /// How often we write down that we live and reach Slack.
    @WithDefault("30s")
    Duration pulse();

    /// After a silence longer than this, what people wrote meanwhile in open threads is read up, or asked for again.
    /// Slack itself sends again for about six minutes.
    @WithDefault("5m")
    Duration longestGap();

    /// How many times Slack's published limits are used. More than once only where another server stands in for Slack,
    /// and limits less: Slack itself would answer with 429.
    @WithDefault("1")
    int limitsTimes();

    /// Live text is sent as soon as so many characters wait...
    @WithDefault("256")
    int liveCharacters();

    /// ... or the oldest of them has waited so long.
    @WithDefault("1s")
    Duration liveInterval();

    /// The same where Slack has no streaming and every gulp rewrites the message: Slack asks for 3 seconds.
    @WithDefault("3s")
    Duration liveUpdateInterval();
}
