package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The Web API: what the bot calls, answered as Slack answers.
@Path("/playground/api")
@IfBuildProfile(anyOf = {"dev", "test"})
@RunOnVirtualThread
class WebApiResource {
    private final World world;
    private final PlaygroundConfig config;
    private final Faults faults;
    private final Limits limits;
    private final CallLog log;
    private final Installation installation;
    private final Map<String, Function<Call, ObjectNode>> methods = new HashMap<>();

    WebApiResource(
            World world,
            PlaygroundConfig config,
            Faults faults,
            Limits limits,
            CallLog log,
            Installation installation,
            @Any Instance<Methods> families) {
        this.world = world;
        this.config = config;
        this.faults = faults;
        this.limits = limits;
        this.log = log;
        this.installation = installation;
        families.forEach(family -> methods.putAll(family.methods()));
    }

    @GET
    @Path("/{method}")
    public Response get(
            @PathParam("method") String method,
            @HeaderParam("Authorization") @Nullable String authorization,
            @Context HttpServerRequest request) {
        return post(method, authorization, "", new byte[0], request);
    }

    @POST
    @Path("/{method}")
    @Consumes(MediaType.WILDCARD)
    public Response post(
            @PathParam("method") String method,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String contentType,
            byte[] body,
            @Context HttpServerRequest request) {
        String type = Optional.ofNullable(contentType).orElse("");
        String query = Optional.ofNullable(request.query()).orElse("");
        Call call;
        try {
            call = Call.read(method, type, new String(body, StandardCharsets.UTF_8), query);
        } catch (RefusedException hostile) {
            return json(200, hostile.answer());
        } catch (IllegalArgumentException hostile) {
            return json(200, Json.error("invalid_form_data"));
        }
        return answered(call, Optional.ofNullable(authorization).orElse(""), request);
    }

    private Response answered(Call call, String authorization, HttpServerRequest request) {
        if (!installation.answers()) {
            return logged(call, json(503, Json.error("service_unavailable")));
        }
        Optional<Faults.Fault> fault = faults.next(call.method());
        if (fault.isPresent()) {
            return faulty(call, authorization, fault.get(), request);
        }
        return logged(call, answer(call, authorization));
    }

    private Response answer(Call call, String authorization) {
        Optional<String> stranger = stranger(call, authorization);
        if (stranger.isPresent()) {
            return json(200, Json.error(stranger.get()));
        }
        Function<Call, ObjectNode> method = methods.get(call.method());
        if (method == null || !limits.exists(call.method())) {
            return json(200, Json.error("unknown_method").put("req_method", call.method()));
        }
        OptionalInt wait = limits.tooMany(call.method(), call.text("channel"));
        if (wait.isPresent()) {
            return limited(wait.getAsInt());
        }
        try {
            return json(200, world.with(() -> method.apply(call)));
        } catch (RefusedException refused) {
            return json(200, refused.answer());
        }
    }

    private Optional<String> stranger(Call call, String authorization) {
        String token = authorization.startsWith("Bearer ")
                ? authorization.substring("Bearer ".length()).strip()
                : call.text("token");
        if (token.isEmpty()) {
            return Optional.of("not_authed");
        }
        return token.equals(config.botToken()) ? installation.refusal() : Optional.of("invalid_auth");
    }

    private Response faulty(Call call, String authorization, Faults.Fault fault, HttpServerRequest request) {
        if (!fault.late().isZero()) {
            Response done = logged(call, answer(call, authorization));
            pause(fault.late());
            return fault.drop() ? dropped(request) : done;
        }
        if (fault.drop()) {
            logged(call, json(499, Json.error("dropped")));
            return dropped(request);
        }
        if (!fault.hang().isZero()) {
            pause(fault.hang());
            return logged(call, json(504, Json.error("hung")));
        }
        if (fault.retryAfter() >= 0) {
            return logged(call, limited(fault.retryAfter()));
        }
        return logged(
                call,
                json(
                        fault.status() == 0 ? 200 : fault.status(),
                        Json.error(fault.error().isEmpty() ? "internal_error" : fault.error())));
    }

    private Response logged(Call call, Response response) {
        log.add(
                call,
                response.getStatus(),
                Json.parseObject(response.getEntity().toString()));
        return response;
    }

    private static Response dropped(HttpServerRequest request) {
        request.connection().close();
        return Response.noContent().build();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Response limited(int seconds) {
        return Response.status(429)
                .header("Retry-After", seconds)
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.write(Json.error("ratelimited")))
                .build();
    }

    static Response json(int status, ObjectNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.write(body))
                .build();
    }
}
