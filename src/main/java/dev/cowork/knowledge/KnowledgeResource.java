package dev.cowork.knowledge;

import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Knowledge brought in by a program: one file a call, as the body. Opened by `COWORK_KNOWLEDGE_KEY` alone. What is
/// brought without a workspace is for every one that is served.
@Path("/api/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
class KnowledgeResource {
    private static final String BEARER = "Bearer ";

    private final KnowledgeConfig config;
    private final BringingKnowledge bringing;
    private final Listing listing;

    KnowledgeResource(KnowledgeConfig config, BringingKnowledge bringing, Listing listing) {
        this.config = config;
        this.bringing = bringing;
        this.listing = listing;
    }

    @POST
    public Response bring(
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("workspace") @DefaultValue(NewFile.EVERY_WORKSPACE) String workspace,
            @QueryParam("path") @DefaultValue("") String path,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("internal") @DefaultValue("false") String internal,
            byte @Nullable [] body) {
        if (!mayEnter(authorization)) {
            return shut();
        }
        var named = KnowledgeKind.of(kind);
        if (!kind.isBlank() && named.isEmpty()) {
            return refused("kind is one of " + KnowledgeKind.accepted());
        }
        if (!isWorkspace(workspace)) {
            return refused("workspace is a team's id, such as T024BE7LH");
        }
        var text = text(body == null ? new byte[0] : body);
        if (text.isEmpty()) {
            return refused("the body is no text in UTF-8");
        }
        var file = NewFile.of(workspace, path, named, Boolean.parseBoolean(internal.strip()), text.get(), NewFile.API);
        return switch (within(workspace, () -> bringing.bring(file))) {
            case Brought.Taken it ->
                said(200, Map.of("ok", true, "path", it.path(), "version", it.version(), "passages", it.passages()));
            case Brought.Unchanged(String name) -> said(200, Map.of("ok", true, "path", name, "unchanged", true));
            case Brought.Refused(String _, String why) -> refused(why);
        };
    }

    @GET
    public Response list(
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("workspace") @DefaultValue(NewFile.EVERY_WORKSPACE) String workspace) {
        return mayEnter(authorization)
                ? said(200, Map.of("ok", true, "files", within(workspace, () -> listing.of(workspace))))
                : shut();
    }

    @DELETE
    public Response forget(
            @HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("workspace") @DefaultValue(NewFile.EVERY_WORKSPACE) String workspace,
            @QueryParam("path") @DefaultValue("") String path) {
        if (!mayEnter(authorization)) {
            return shut();
        }
        return within(workspace, () -> bringing.forget(workspace, path))
                ? said(200, Map.of("ok", true, "path", path))
                : said(404, Map.of("ok", false, "error", "there is no file of that name"));
    }

    private static <T> T within(String workspace, Supplier<T> deed) {
        return isWorkspace(workspace) && !workspace.equals(NewFile.EVERY_WORKSPACE)
                ? Within.workspace(new WorkspaceId(workspace), deed)
                : Within.everyWorkspace(deed);
    }

    /// Takes as long whatever was wrong with the key.
    private boolean mayEnter(@Nullable String authorization) {
        var given = Optional.ofNullable(authorization)
                .filter(it -> it.startsWith(BEARER))
                .map(it -> it.substring(BEARER.length()).strip())
                .orElse("");
        var key = config.key().map(String::strip).orElse("");
        var isRight = MessageDigest.isEqual(
                Cutting.hash(given).getBytes(StandardCharsets.US_ASCII),
                Cutting.hash(key).getBytes(StandardCharsets.US_ASCII));
        return isRight && !key.isEmpty();
    }

    private static boolean isWorkspace(String workspace) {
        return workspace.equals(NewFile.EVERY_WORKSPACE) || workspace.matches("[TE][A-Z0-9]{2,30}");
    }

    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    private static Response shut() {
        return said(
                401,
                Map.of(
                        "ok",
                        false,
                        "error",
                        "send the key that COWORK_KNOWLEDGE_KEY sets, as `Authorization: Bearer KEY`; without that"
                                + " setting nobody may enter"));
    }

    private static Response refused(String why) {
        return said(400, Map.of("ok", false, "error", why));
    }

    private static Response said(int status, Map<String, ?> words) {
        return Response.status(status).entity(words).build();
    }
}
