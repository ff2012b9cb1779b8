package dev.cowork.keeping;

import dev.cowork.impact.signin.Viewer;
import dev.cowork.impact.signin.Visitors;
import dev.cowork.workspace.wall.Within;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where people get what is kept of them, and sessions they may read, as files.
@Path("/dashboard/export")
@RunOnVirtualThread
class ExportResource {
    private final Visitors visitors;
    private final Exports exports;
    private final Readable readable;

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance export(String reference, boolean isAsked, List<Readable.Found> found);
    }

    ExportResource(Visitors visitors, Exports exports, Readable readable) {
        this.visitors = visitors;
        this.exports = exports;
        this.readable = readable;
    }

    @GET
    public Response page(@QueryParam("ref") @Nullable String reference, @Context HttpServerRequest request) {
        var asked = reference == null ? "" : reference.strip();
        return forViewer(request, viewer -> {
            var found = asked.isEmpty() || asked.length() > FindingWhose.LONGEST || asked.indexOf('\0') >= 0
                    ? List.<Readable.Found>of()
                    : readable.about(viewer.workspace(), viewer.member(), asked);
            return Response.ok(Templates.export(asked, !asked.isEmpty(), found), MediaType.TEXT_HTML_TYPE)
                    .build();
        });
    }

    @GET
    @Path("/me.json")
    public Response me(@Context HttpServerRequest request) {
        return forViewer(
                request,
                viewer -> file(
                        "my-data.json",
                        MediaType.APPLICATION_JSON,
                        exports.person(viewer.workspace(), viewer.member()).toPrettyString()));
    }

    @GET
    @Path("/session/{id}.{form: json|md}")
    public Response session(
            @PathParam("id") String id, @PathParam("form") String form, @Context HttpServerRequest request) {
        return forViewer(request, viewer -> {
            var session = id.matches("[0-9a-f-]{36}") ? parsed(id) : null;
            if (session == null || !readable.may(viewer.workspace(), viewer.member(), session)) {
                return Response.status(404)
                        .type(MediaType.TEXT_PLAIN_TYPE)
                        .entity("There is no such session, or it is not for you to read.")
                        .build();
            }
            var all = exports.session(viewer.workspace(), session);
            return form.equals("json")
                    ? file("session-" + id + ".json", MediaType.APPLICATION_JSON, all.toPrettyString())
                    : file("session-" + id + ".md", "text/markdown; charset=utf-8", SessionPaper.of(all));
        });
    }

    private static @Nullable UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Response file(String name, String type, String words) {
        return Response.ok(words, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Response forViewer(HttpServerRequest request, Function<Viewer, Response> answer) {
        return visitors.viewer(request)
                .map(viewer -> Within.workspace(viewer.workspace(), () -> answer.apply(viewer)))
                .orElseGet(() -> Response.seeOther(URI.create("/dashboard")).build());
    }
}
