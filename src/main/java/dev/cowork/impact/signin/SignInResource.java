package dev.cowork.impact.signin;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Standings;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The way in over Slack, and the way out.
@Path("/dashboard")
class SignInResource {
    static final String PATH = "/dashboard/sign-in";
    /// Slack's own names for who it is: `sub` is the same person, but without the workspace.
    private static final String TEAM = "https://slack.com/team_id";

    private static final String USER = "https://slack.com/user_id";

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance refused(String why);
    }

    private final SigningIn signing;
    private final Standings.Asking people;
    private final Visitors visitors;
    private final OidcSession atSlack;

    SignInResource(SigningIn signing, Standings.Asking people, Visitors visitors, OidcSession atSlack) {
        this.signing = signing;
        this.people = people;
        this.visitors = visitors;
        this.atSlack = atSlack;
    }

    /// Only whom Slack has sent comes here. What Slack said is needed once: from now on our own cookie holds.
    @GET
    @Path("/sign-in")
    @Authenticated
    @RunOnVirtualThread
    public Response signIn(@QueryParam("then") @Nullable String then) {
        var person = atSlack.getIdToken();
        String team = person.getClaim(TEAM);
        String user = person.getClaim(USER);
        if (team == null || user == null) {
            return refused("Slack did not say who you are.");
        }
        var workspace = new WorkspaceId(team);
        var member = new MemberId(user);
        // No dead end: with Slack's own answer kept, trying again would bring the same.
        atSlack.logout().await().indefinitely();
        var standing = Within.workspace(workspace, () -> people.of(workspace, member));
        if (!standing.mayWork()) {
            return refused(
                    switch (standing) {
                        case GUEST -> "You are a guest in this workspace. Figures are shown to its members only.";
                        case DEACTIVATED -> "This account is deactivated in Slack, so nothing is shown to it.";
                        case BOT, MEMBER -> "Figures are shown to people only.";
                    });
        }
        var secret = Within.workspace(workspace, () -> signing.begin(workspace, member));
        return Response.seeOther(safe(then)).cookie(cookie(secret, -1)).build();
    }

    @POST
    @Path("/sign-out")
    @RunOnVirtualThread
    public Response signOut(@FormParam("csrf") @Nullable String csrf, @Context HttpServerRequest request) {
        var viewer = visitors.viewer(request);
        if (viewer.isEmpty() || !visitors.isOwn(request, viewer.get(), csrf)) {
            return Response.status(403).build();
        }
        Within.workspace(
                viewer.get().workspace(), () -> Visitors.secretIn(request).ifPresent(signing::end));
        return Response.seeOther(URI.create("/dashboard")).cookie(cookie("", 0)).build();
    }

    private static Response refused(String why) {
        return Response.status(403)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.refused(why))
                .build();
    }

    /// Nobody is sent elsewhere than to a view of ours.
    private static URI safe(@Nullable String then) {
        return then != null && then.matches("/dashboard(\\?[A-Za-z0-9=&%._+-]{0,300})?")
                ? URI.create(then)
                : URI.create("/dashboard");
    }

    private static NewCookie cookie(String secret, int age) {
        return new NewCookie.Builder(Visitors.COOKIE)
                .value(secret)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(age)
                .build();
    }
}
