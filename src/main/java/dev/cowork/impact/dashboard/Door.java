package dev.cowork.impact.dashboard;

import dev.cowork.impact.signin.Viewer;
import dev.cowork.impact.signin.Visitors;
import dev.cowork.workspace.wall.Within;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Answers a viewer, and asks a stranger to sign in, or says what to set where nobody can.
@ApplicationScoped
class Door {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance stranger(boolean canSignIn, String then);
    }

    private final Visitors visitors;

    Door(Visitors visitors) {
        this.visitors = visitors;
    }

    Response forViewer(HttpServerRequest request, Function<Viewer, Response> answer) {
        return visitors.viewer(request)
                .map(viewer -> Within.workspace(viewer.workspace(), () -> answer.apply(viewer)))
                .orElseGet(() -> stranger(request));
    }

    private Response stranger(HttpServerRequest request) {
        var then = request.path().equals("/dashboard") && request.query() != null
                ? "/dashboard?" + request.query()
                : "/dashboard";
        return Response.status(visitors.isOpen() ? 401 : 403)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.stranger(visitors.isOpen(), URLEncoder.encode(then, StandardCharsets.UTF_8)))
                .build();
    }
}
