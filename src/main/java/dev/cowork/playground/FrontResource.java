package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// Whoever opens the bare address means the playground.
@Path("/")
@IfBuildProfile(anyOf = {"dev", "test"})
class FrontResource {
    @GET
    public Response start() {
        return Response.seeOther(URI.create("/playground")).build();
    }
}
