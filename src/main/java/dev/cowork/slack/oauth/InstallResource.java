package dev.cowork.slack.oauth;

import com.slack.api.Slack;
import dev.cowork.delivery.Outbox;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.install.Installing;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/// Where somebody installs the app into their workspace, and where Slack sends them back.
@Path("/slack")
@RunOnVirtualThread
class InstallResource {
    private static final String COOKIE = "cowork_install";
    private static final String ONLY_FROM_HERE =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final OAuthConfig config;
    private final Installing installing;
    private final SlackAnswer slack;
    private final Outbox outbox;
    private final Settings settings;
    private final URI authorize;
    private final Scopes scopes = Scopes.ofTheApp();

    InstallResource(
            OAuthConfig config,
            Installing installing,
            SlackAnswer slack,
            Outbox outbox,
            Settings settings,
            Slack client) {
        this.config = config;
        this.installing = installing;
        this.slack = slack;
        this.outbox = outbox;
        this.settings = settings;
        // Slack's page stands beside its Web API.
        this.authorize =
                URI.create(client.getConfig().getMethodsEndpointUrlPrefix()).resolve("../oauth/v2/authorize");
    }

    @GET
    @Path("install")
    public Response before(@Context UriInfo here, @HeaderParam("X-Forwarded-Proto") @DefaultValue("") String outside) {
        if (config.clientId().isEmpty() || !installing.isServed()) {
            return notServed();
        }
        var attempt = installing.begin();
        var there = UriBuilder.fromUri(authorize)
                .queryParam("client_id", "{client}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "{state}")
                .build(config.clientId().get(), scopes.joined(), attempt.state());
        return page(200, InstallPages.before(scopes.all(), there.toString()))
                .cookie(cookie(attempt.browser(), (int) Installing.PATIENCE.toSeconds(), isSecure(here, outside)))
                .build();
    }

    @GET
    @Path("oauth_redirect")
    public Response after(
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("error") @DefaultValue("") String error,
            @CookieParam(COOKIE) @DefaultValue("") String browser,
            @Context UriInfo here,
            @HeaderParam("X-Forwarded-Proto") @DefaultValue("") String outside) {
        if (config.clientId().isEmpty() || !installing.isServed()) {
            return notServed();
        }
        var answer = installing.take(new Installing.Attempt(state, browser))
                ? taken(code, error)
                : problem(
                        400,
                        "This link does not hold any more",
                        "It is good for ten minutes, once, and in the browser in which the installation was begun."
                                + " Nothing was installed.",
                        true);
        return answer.cookie(cookie("", 0, isSecure(here, outside))).build();
    }

    private Response.ResponseBuilder taken(String code, String error) {
        if (!error.isEmpty() || code.isEmpty()) {
            var what = error.equals("access_denied")
                    ? "It was declined on Slack's page. Nothing was installed."
                    : "Slack sent you back without a yes. Nothing was installed.";
            return problem(400, "Cowork was not installed", what, true);
        }
        return switch (slack.exchange(code)) {
            case SlackAnswer.Exchange.Granted granted -> {
                Within.workspace(granted.install().workspace(), () -> {
                    installing.install(granted.install());
                    // Only now can whoever sends see the token: what waited for it goes out.
                    outbox.resume(granted.install().workspace());
                });
                var workspace = granted.install().workspace();
                var team = workspace.value();
                Log.infof(
                        "%s installed the app, by %s",
                        team, granted.install().by().value());
                yield page(
                        200,
                        InstallPages.after(
                                granted.install().name(), settings.command(workspace), open(team, granted.app())));
            }
            case SlackAnswer.Exchange.WholeOrganisation _ ->
                problem(
                        400,
                        "Install it into one workspace",
                        "Cowork does not serve a whole Enterprise Grid organisation at once. Take it away again in the"
                                + " organisation's app settings, then install it into each workspace that is to have"
                                + " it. Nothing was kept.",
                        true);
            case SlackAnswer.Exchange.Refused(String why) -> {
                Log.warnf("Slack did not grant an installation: %s", why);
                yield problem(400, "Slack did not grant it", "Slack says: " + why + ". Nothing was installed.", true);
            }
            case SlackAnswer.Exchange.Away _ ->
                problem(
                        502,
                        "Slack cannot be reached",
                        "Nothing was installed. Wait a moment, then begin again.",
                        true);
        };
    }

    private static String open(String team, String app) {
        return "https://slack.com/app_redirect?team=" + team + "&app=" + app + "&tab=home";
    }

    private static Response notServed() {
        return problem(
                        404,
                        "Installing from here is not set up",
                        "Whoever runs this server sets SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, as Slack's Basic"
                                + " Information page shows them, and no SLACK_BOT_TOKEN, to let workspaces install"
                                + " it.",
                        false)
                .build();
    }

    private static boolean isSecure(UriInfo here, String outside) {
        return outside.equalsIgnoreCase("https")
                || "https".equals(here.getBaseUri().getScheme());
    }

    /// Lax: it must come along when Slack sends the browser back.
    private static NewCookie cookie(String value, int seconds, boolean isSecure) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/slack")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(isSecure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static Response.ResponseBuilder problem(int status, String title, String what, boolean again) {
        return page(status, InstallPages.problem(title, what, again));
    }

    private static Response.ResponseBuilder page(int status, TemplateInstance page) {
        return Response.status(status)
                .type("text/html; charset=utf-8")
                .header("Content-Security-Policy", ONLY_FROM_HERE)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .entity(page.render());
    }
}
