package dev.cowork.impact.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.impact.signin.Visitors;
import dev.cowork.impact.ticket.Batch;
import dev.cowork.impact.ticket.ImportingTickets;
import dev.cowork.workspace.wall.Within;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes in what a lead uploads, batch by batch as the page reads the file.
@Path("/dashboard/tickets")
@RunOnVirtualThread
class UploadResource {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance tickets(String csrf);
    }

    private final Door door;
    private final Visitors visitors;
    private final ImportingTickets importing;
    private final ObjectMapper json;

    UploadResource(Door door, Visitors visitors, ImportingTickets importing, ObjectMapper json) {
        this.door = door;
        this.visitors = visitors;
        this.importing = importing;
        this.json = json;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@Context HttpServerRequest request) {
        return door.forViewer(
                request,
                viewer -> viewer.isLead()
                        ? Response.ok(Templates.tickets(viewer.csrf())).build()
                        : Response.status(403)
                                .type(MediaType.TEXT_PLAIN_TYPE)
                                .entity("Supervisors, managers and administrators bring in tickets.")
                                .build());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response take(
            byte[] body, @HeaderParam("X-Csrf") @Nullable String csrf, @Context HttpServerRequest request) {
        var viewer = visitors.viewer(request).filter(one -> one.isLead() && visitors.isOwn(request, one, csrf));
        if (viewer.isEmpty()) {
            return said(403, "Sign in again as somebody who may bring in tickets.");
        }
        try {
            return Batch.of(json.readTree(body))
                    .filter(batch -> !batch.isTooLarge())
                    .map(batch -> Within.workspace(
                            viewer.get().workspace(),
                            () -> Response.ok(importing.take(viewer.get().workspace(), batch.source(), batch.rows()))
                                    .build()))
                    .orElseGet(() -> said(
                            400, "Name the help desk in small letters, and send at most a thousand tickets at once."));
        } catch (IOException notJson) {
            return said(400, "The body is no JSON.");
        }
    }

    private static Response said(int status, String words) {
        return Response.status(status).entity(Map.of("message", words)).build();
    }
}
