package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/// What people do in the playground; each call returns after the bot answered, with `ok`, or `error` and what is known.
@Path("/playground/do")
@Consumes(MediaType.APPLICATION_JSON)
@IfBuildProfile(anyOf = {"dev", "test"})
@RunOnVirtualThread
class ActResource {
    private final Commanding commanding;
    private final Pressing pressing;
    private final Submitting submitting;
    private final Saying saying;
    private final FileMethods files;

    ActResource(Commanding commanding, Pressing pressing, Submitting submitting, Saying saying, FileMethods files) {
        this.files = files;
        this.commanding = commanding;
        this.pressing = pressing;
        this.submitting = submitting;
        this.saying = saying;
    }

    @POST
    @Path("/command")
    public Response command(JsonNode wish) {
        return done(commanding::command, wish);
    }

    @POST
    @Path("/shortcut")
    public Response shortcut(JsonNode wish) {
        return done(commanding::shortcut, wish);
    }

    @POST
    @Path("/press")
    public Response press(JsonNode wish) {
        return done(pressing::press, wish);
    }

    @POST
    @Path("/submit")
    public Response submit(JsonNode wish) {
        return done(submitting::submit, wish);
    }

    @POST
    @Path("/close")
    public Response close(JsonNode wish) {
        return done(submitting::close, wish);
    }

    @POST
    @Path("/upload")
    public Response upload(JsonNode wish) {
        return done(files::upload, wish);
    }

    @POST
    @Path("/message")
    public Response message(JsonNode wish) {
        return done(saying::message, wish);
    }

    @POST
    @Path("/home")
    public Response home(JsonNode wish) {
        return done(saying::home, wish);
    }

    @POST
    @Path("/stop")
    public Response stop(JsonNode wish) {
        return done(saying::stop, wish);
    }

    @POST
    @Path("/react")
    public Response react(JsonNode wish) {
        return done(saying::react, wish);
    }

    @POST
    @Path("/join")
    public Response join(JsonNode wish) {
        return done(saying::join, wish);
    }

    @POST
    @Path("/read")
    public Response read(JsonNode wish) {
        return done(saying::read, wish);
    }

    private static Response done(Function<JsonNode, ObjectNode> deed, JsonNode wish) {
        try {
            return WebApiResource.json(200, deed.apply(wish));
        } catch (RefusedException refused) {
            return WebApiResource.json(200, refused.answer());
        }
    }
}
