package dev.cowork.delivery;

import dev.cowork.workspace.Operator;
import dev.cowork.workspace.wall.Within;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `make dead` and `make replay` ask. Answers only who is on this machine, and nobody a proxy speaks for: to all
/// others there is nothing here.
@Path("/operator/dead")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
class DeadResource {
    private static final Pattern REFERENCE = Pattern.compile("(in|out)-[0-9a-f]{8}");
    private static final Pattern NAME = Pattern.compile("[\\w.@ -]{1,60}");

    private final Dead dead;

    DeadResource(Dead dead) {
        this.dead = dead;
    }

    @GET
    public Response list(@Context HttpServerRequest request) {
        if (!Operator.isAsking(request)) {
            return Response.status(404).build();
        }
        var lines = new StringBuilder();
        Within.everyWorkspace(dead::all)
                .forEach(item -> lines.append("%s  %s  %s  %s  row %d  %d tries  %s%n"
                        .formatted(
                                item.reference(),
                                item.since(),
                                item.workspace(),
                                item.kind(),
                                item.row(),
                                item.attempts(),
                                item.error())));
        return Response.ok(lines.isEmpty() ? "Nothing is dead.\n" : lines.toString())
                .build();
    }

    /// @param operator who wants it. No web page can send this header from elsewhere
    @POST
    @Path("/{reference}/replay")
    public Response replay(
            @PathParam("reference") String reference,
            @HeaderParam("X-Operator") @Nullable String operator,
            @Context HttpServerRequest request) {
        if (!Operator.isAsking(request)) {
            return Response.status(404).build();
        }
        var by = Optional.ofNullable(operator).map(String::strip).orElse("");
        if (!NAME.matcher(by).matches()) {
            return said(400, "Say who you are in the header X-Operator: letters, digits, spaces and . @ _ - only.");
        }
        if (!REFERENCE.matcher(reference).matches()) {
            return said(400, "A reference looks like in-0a1b2c3d or out-0a1b2c3d.");
        }
        var revived = Within.everyWorkspace(() -> dead.replay(reference, by));
        return revived == 0
                ? said(404, "Nothing dead is called " + reference + ": it may have been tried again already.")
                : said(200, reference + " is tried again.");
    }

    private static Response said(int status, String words) {
        return Response.status(status).entity(words + "\n").build();
    }
}
