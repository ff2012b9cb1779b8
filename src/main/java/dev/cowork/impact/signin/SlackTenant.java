package dev.cowork.impact.signin;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Slack's OpenID Connect, for the one path on which people sign in, where a client is configured. What Slack's own
/// `.well-known/openid-configuration` says stands here, so that Slack being away does not stop a start.
@ApplicationScoped
class SlackTenant implements TenantConfigResolver {
    private final Optional<OidcTenantConfig> tenant;

    SlackTenant(SignInConfig config) {
        this.tenant = config.clientId().map(client -> tenant(config, client));
    }

    @Override
    public @Nullable Uni<OidcTenantConfig> resolve(
            RoutingContext visit, OidcRequestContext<OidcTenantConfig> requests) {
        return visit.request().path().equals(SignInResource.PATH) && tenant.isPresent()
                ? Uni.createFrom().item(tenant.get())
                : Uni.createFrom().nullItem();
    }

    private static OidcTenantConfig tenant(SignInConfig config, String client) {
        return OidcTenantConfig.authServerUrl(config.server())
                .tenantId("slack")
                .discoveryEnabled(false)
                .authorizationPath("/openid/connect/authorize")
                .tokenPath("/api/openid.connect.token")
                .jwksPath("/openid/connect/keys")
                .jwks()
                .resolveEarly(false)
                .end()
                .token()
                .issuer(config.server())
                .signatureAlgorithm(io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm.RS256)
                .end()
                .clientId(client)
                .credentials()
                .clientSecret(
                        config.clientSecret().orElse(""),
                        io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method.POST)
                .end()
                .applicationType(ApplicationType.WEB_APP)
                .authentication()
                .redirectPath(SignInResource.PATH)
                .restorePathAfterRedirect(true)
                .nonceRequired(true)
                .scopes("profile")
                .forceRedirectHttpsScheme(config.https())
                .cookieForceSecure(config.https())
                .cookiePath(SignInResource.PATH)
                .stateCookieAge(Duration.ofMinutes(10))
                .end()
                .build();
    }
}
