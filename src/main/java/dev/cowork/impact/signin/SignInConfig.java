package dev.cowork.impact.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.sign-in")
interface SignInConfig {
    /// The app's client id at Slack. Without it nobody can sign in.
    Optional<String> clientId();

    Optional<String> clientSecret();

    /// Where Slack's OpenID Connect is.
    @WithDefault("https://slack.com")
    String server();

    /// Whether Slack is told an https address to come back to, whatever the proxy in front says.
    @WithDefault("true")
    boolean https();

    /// How long somebody stays signed in. Longer spares them the way to Slack, and a lost laptop shows figures
    /// longer.
    @WithDefault("8h")
    Duration longest();

    /// After how long without a look they are signed out.
    @WithDefault("1h")
    Duration idle();

    /// Whom the playground shows first.
    Optional<String> firstPerson();

    /// Anything here means that a real workspace is served: nobody is then signed in without Slack.
    Optional<String> realWorkspace();
}
