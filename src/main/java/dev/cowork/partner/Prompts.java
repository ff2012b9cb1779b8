package dev.cowork.partner;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What we write to Claude: the files under `templates/prompts`, filled in, and the forms. An engine of our own, so
/// that a prompt reads the same with and without a container, and nothing is escaped for a browser on the way.
final class Prompts {
    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .strictRendering(true)
            .build();
    private final Forms forms = new Forms();
    private final Map<String, String> files = new ConcurrentHashMap<>();

    /// The file as it stands, without the blank line at its end.
    static String file(String path) {
        try (var in = Prompts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no prompt " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + path, broken);
        }
    }

    Forms forms() {
        return forms;
    }

    String fill(String name, Map<String, ?> values) {
        var source = files.computeIfAbsent(name, wanted -> file("/templates/prompts/" + wanted + ".md"));
        var template = engine.getTemplate(name);
        if (template == null) {
            template = engine.parse(source, null, name);
            engine.putTemplate(name, template);
        }
        return template.data(values).render().strip();
    }

    String plain(String name) {
        return fill(name, Map.of());
    }
}
