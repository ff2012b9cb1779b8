package dev.cowork.partner;

import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.Tool;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;

/// The forms that Claude may fill in: the same in every request, so read once, with the [Prompts]. Not in static
/// fields: virtual threads that wait for a class to be initialised keep their carriers, and whoever reads may then get
/// none, ever.
final class Forms {
    private static final CacheControlEphemeral CACHED =
            CacheControlEphemeral.builder().build();

    final List<Tool> tools = tools();
    final Tool position = read("/prompts/position-tool.json", new TypeReference<>() {});
    final Tool draft = tools.stream()
            .filter(tool -> tool.name().equals(Specializing.DRAFT))
            .findFirst()
            .orElseThrow();
    final Tool lookBack = read("/prompts/look-back-tool.json", new TypeReference<>() {});
    final Tool sort = read("/prompts/sort-tool.json", new TypeReference<>() {});
    final Tool recognise = read("/prompts/recognise-tool.json", new TypeReference<>() {});

    private static List<Tool> tools() {
        var tools = new ArrayList<Tool>(read("/prompts/tools.json", new TypeReference<List<Tool>>() {}));
        tools.add(tools.removeLast().toBuilder().cacheControl(CACHED).build());
        return List.copyOf(tools);
    }

    private static <T> T read(String path, TypeReference<T> type) {
        try {
            return ObjectMappers.jsonMapper().readValue(Prompts.file(path), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot read " + path, broken);
        }
    }
}
