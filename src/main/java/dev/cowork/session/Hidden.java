package dev.cowork.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What a form carries unseen: ids, never anybody's words.
record Hidden(Map<String, String> ids) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> IDS = new TypeReference<>() {};

    static Hidden of(Map<String, String> ids) {
        return new Hidden(Map.copyOf(ids));
    }

    /// @throws IllegalArgumentException where it is none of ours
    static Hidden read(String json) {
        try {
            return new Hidden(JSON.readValue(json, IDS));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a form's hidden part cannot be read", e);
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    UUID id(String name) {
        return get(name)
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalArgumentException("the form hides no " + name));
    }

    String json() {
        try {
            return JSON.writeValueAsString(new TreeMap<>(ids));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("ids cannot be written down", e);
        }
    }
}
