package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where files lie: for the bot alone. Everybody else is sent to sign in, as by Slack.
@Path("/playground/files")
@IfBuildProfile(anyOf = {"dev", "test"})
@RunOnVirtualThread
class FileResource {
    private final FileMethods files;

    FileResource(FileMethods files) {
        this.files = files;
    }

    @GET
    @Path("/{id}")
    public Response file(@PathParam("id") String id, @HeaderParam("Authorization") @Nullable String authorization) {
        if (!files.mayRead(Optional.ofNullable(authorization).orElse(""))) {
            return Response.status(302).location(URI.create("/playground")).build();
        }
        return files.text(id)
                .map(text -> Response.ok(text, "text/plain; charset=utf-8"))
                .orElseGet(() -> Response.status(404))
                .build();
    }
}
