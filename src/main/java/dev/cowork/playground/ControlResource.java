package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/// What tests set and read: faults, limits, the log of calls; and the response URLs.
@Path("/playground")
@IfBuildProfile(anyOf = {"dev", "test"})
@RunOnVirtualThread
class ControlResource {
    private final World world;
    private final Hooks hooks;
    private final Faults faults;
    private final Limits limits;
    private final CallLog log;
    private final Changes changes;
    private final Installation installation;
    private final Events events;

    ControlResource(
            World world,
            Hooks hooks,
            Faults faults,
            Limits limits,
            CallLog log,
            Changes changes,
            Installation installation,
            Events events) {
        this.installation = installation;
        this.events = events;
        this.world = world;
        this.hooks = hooks;
        this.faults = faults;
        this.limits = limits;
        this.log = log;
        this.changes = changes;
    }

    @POST
    @Path("/respond/{id}")
    @Consumes(MediaType.WILDCARD)
    public Response respond(@PathParam("id") String id, byte[] body) {
        var said = Json.parse(new String(body, StandardCharsets.UTF_8)).filter(JsonNode::isObject);
        if (said.isEmpty()) {
            return WebApiResource.json(400, Json.error("invalid_payload"));
        }
        try {
            return WebApiResource.json(200, world.with(() -> hooks.respond(id, (ObjectNode) said.get())));
        } catch (RefusedException refused) {
            return WebApiResource.json(404, refused.answer());
        }
    }

    @POST
    @Path("/faults")
    public Response order(JsonNode fault) {
        faults.order(fault);
        return WebApiResource.json(200, Json.ok());
    }

    @GET
    @Path("/faults")
    public Response orders() {
        ObjectNode answer = Json.ok();
        answer.set("faults", faults.shown());
        return WebApiResource.json(200, answer);
    }

    @DELETE
    @Path("/faults")
    public Response forgive() {
        faults.clear();
        return WebApiResource.json(200, Json.ok());
    }

    @PUT
    @Path("/limits")
    public Response limit(JsonNode wanted) {
        limits.change(wanted);
        return WebApiResource.json(200, limits.shown());
    }

    @GET
    @Path("/calls")
    public Response calls(@QueryParam("since") long since) {
        return WebApiResource.json(200, log.since(since));
    }

    /// Changes a channel (`is_archived`, `is_private`, `members`), or makes it: to try what the bot does when it is
    /// thrown out.
    @PUT
    @Path("/channels/{id}")
    public Response channel(@PathParam("id") String id, ObjectNode wanted) {
        world.with(() -> {
            ObjectNode channel = world.channels.get(id);
            if (channel == null) {
                channel = World.channel(id, Json.text(wanted, "name"), "");
            }
            Json.copy(wanted, channel, "name", "is_archived", "is_private", "members");
            return world.channels.put(id, channel);
        });
        changes.tell("channel", Json.object());
        return WebApiResource.json(200, Json.ok());
    }

    /// Makes somebody a guest, a bot or deactivated, as `users.info` tells of them (`is_restricted`, `is_bot`,
    /// `deleted`); or says who is in a user group (`users`).
    @PUT
    @Path("/people/{id}")
    public Response person(@PathParam("id") String id, ObjectNode wanted) {
        world.with(() -> world.people.put(id, wanted));
        return WebApiResource.json(200, Json.ok());
    }

    /// Takes the app away or gives it back, or makes all of Slack unreachable for a while.
    @PUT
    @Path("/installation")
    public Response installation(JsonNode wanted) {
        boolean before = installation.isInstalled();
        installation.change(wanted);
        if (before && !installation.isInstalled()) {
            world.with(() -> {
                events.uninstalled();
                return true;
            });
        }
        return WebApiResource.json(200, installation.shown());
    }

    @POST
    @Path("/reset")
    @Consumes(MediaType.WILDCARD)
    public Response reset() {
        world.reset();
        faults.clear();
        installation.restore();
        changes.tell("reset", Json.object());
        return WebApiResource.json(200, Json.ok());
    }
}
