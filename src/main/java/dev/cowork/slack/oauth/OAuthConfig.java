package dev.cowork.slack.oauth;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.oauth")
interface OAuthConfig {
    /// The app's client id: with it, any workspace may install the app.
    Optional<String> clientId();

    Optional<String> clientSecret();
}
