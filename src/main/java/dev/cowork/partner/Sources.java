package dev.cowork.partner;

import io.quarkus.logging.Log;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Passages of the company's knowledge as they are told to Claude: each with the name by which it is cited, all of them
/// data.
record Sources(Prompts prompts, Fence fence) {
    private static final int LONGEST_QUESTION = 300;

    String told(List<Brief.Source> sources) {
        return filled("knowledge", sources);
    }

    /// Says so where nothing is found, and where nobody can look.
    String lookedUp(Function<String, List<Brief.Source>> shelf, String question) {
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            return prompts.fill(
                    "does-not-fit", Map.of("problem", "query has to be a question of at most 300 characters"));
        }
        try {
            var found = shelf.apply(question);
            return found.isEmpty() ? prompts.plain("nothing-found") : filled("looked-up", found);
        } catch (RuntimeException e) {
            Log.warnf("knowledge could not be looked up: %s", e.getClass().getSimpleName());
            return prompts.plain("not-looked-up");
        }
    }

    /// As templates take them.
    List<? extends Map<String, ?>> rows(List<Brief.Source> sources) {
        return sources.stream()
                .map(source -> Map.<String, Object>of(
                        "name", source.name(),
                        "heading", fence.disarmed(source.heading()),
                        "text", fence.disarmed(source.text()),
                        "isInternal", source.isInternal()))
                .toList();
    }

    private String filled(String prompt, List<Brief.Source> sources) {
        return prompts.fill(prompt, Map.of("open", fence.open(), "close", fence.close(), "passages", rows(sources)));
    }
}
