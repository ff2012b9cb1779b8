package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Files that people send in forms: `files.info`, and how they come there.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class FileMethods implements Methods {
    private static final int LARGEST = 1_000_000;
    private static final String TEXT = "playground_text";

    private final World world;
    private final Ids ids;
    private final Door door;
    private final PlaygroundConfig config;

    FileMethods(World world, Ids ids, Door door, PlaygroundConfig config) {
        this.door = door;
        this.world = world;
        this.ids = ids;
        this.config = config;
    }

    @Override
    public Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of("files.info", this::about);
    }

    /// A person chooses a file in a form.
    ///
    /// @param wish `user`, `name` and `content`
    ObjectNode upload(JsonNode wish) {
        String user = Json.text(wish, "user");
        String name = Json.text(wish, "name").replaceAll("[\\\\/\\p{Cntrl}]", "_");
        String content = Json.text(wish, "content");
        int size = content.getBytes(StandardCharsets.UTF_8).length;
        if (Team.person(user).isEmpty() || name.isBlank()) {
            throw new RefusedException("invalid_arguments");
        }
        if (size > LARGEST) {
            throw new RefusedException("file_too_large");
        }
        return world.with(() -> {
            String id = ids.next("F");
            String type = name.contains(".")
                    ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)
                    : "text";
            ObjectNode file = Json.object()
                    .put("id", id)
                    .put("name", name)
                    .put("title", name)
                    .put("user", user)
                    .put("mimetype", "text/plain")
                    .put("filetype", type)
                    .put("mode", "hosted")
                    .put("size", size)
                    .put(TEXT, content);
            world.files.put(id, file);
            ObjectNode answer = Json.ok();
            answer.set("file", told(file, ""));
            return answer;
        });
    }

    /// What a form's state says of files, by their ids.
    static ObjectNode told(ObjectNode file, String base) {
        ObjectNode told = file.deepCopy();
        told.remove(TEXT);
        if (!base.isEmpty()) {
            String address = base + Json.text(file, "id");
            told.put("url_private", address).put("url_private_download", address + "?download=1");
        }
        return told;
    }

    Optional<String> text(String id) {
        return world.with(() -> Optional.ofNullable(world.files.get(id)).map(file -> Json.text(file, TEXT)));
    }

    boolean mayRead(String authorization) {
        return authorization.equals("Bearer " + config.botToken());
    }

    private ObjectNode about(Call call) {
        ObjectNode file = world.files.get(call.needed("file"));
        if (file == null) {
            throw new RefusedException("file_not_found");
        }
        ObjectNode answer = Json.ok();
        answer.set("file", told(file, door.here() + "/playground/files/"));
        return answer;
    }
}
