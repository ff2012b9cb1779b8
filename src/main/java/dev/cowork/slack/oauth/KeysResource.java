package dev.cowork.slack.oauth;

import dev.cowork.workspace.Operator;
import dev.cowork.workspace.install.Installing;
import dev.cowork.workspace.wall.Within;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What `make rotate-keys` asks. To all but the operator there is nothing here.
@Path("/operator/keys")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
class KeysResource {
    private final Installing installing;

    KeysResource(Installing installing) {
        this.installing = installing;
    }

    /// @param operator no web page can send this header from elsewhere
    @POST
    @Path("/rotate")
    public Response rotate(@HeaderParam("X-Operator") @Nullable String operator, @Context HttpServerRequest request) {
        if (!Operator.isAsking(request) || operator == null || operator.isBlank()) {
            return Response.status(404).build();
        }
        return Response.ok(Within.everyWorkspace(installing::sealAnew) + " tokens are sealed with the newest key.\n")
                .build();
    }
}
