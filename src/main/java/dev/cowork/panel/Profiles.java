package dev.cowork.panel;

import dev.cowork.panel.ProfileFile.UnreadableProfileException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All specialists there are: the built-in ones and the company's own. A file of a built-in one's name takes its place.
@ApplicationScoped
class Profiles {
    /// More views than this nobody reads.
    static final int MOST = 6;

    private final Optional<Path> own;
    private final List<Profile> builtIn = builtIn();

    Profiles(PanelConfig config) {
        this.own = config.specialists();
    }

    static List<Profile> builtIn() {
        return text("specialists.txt")
                .lines()
                .filter(name -> !name.isBlank())
                .map(name -> ProfileFile.read(name, text(name + ".md")))
                .toList();
    }

    /// Read anew at each call, so that a new file is there at once. One that cannot be read is left out, and the
    /// log says so.
    List<Profile> all() {
        var all = new LinkedHashMap<String, Profile>();
        builtIn.forEach(profile -> all.put(profile.id(), profile));
        own.ifPresent(folder -> addTo(all, folder));
        return all.values().stream().limit(MOST).toList();
    }

    private static void addTo(Map<String, Profile> all, Path folder) {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith(".md")).sorted().toList()) {
                var id = file.getFileName().toString().replaceFirst("\\.md$", "");
                add(all, id, Files.readString(file));
            }
        } catch (IOException broken) {
            Log.warnf("specialists in %s are left out: %s", folder, broken.getMessage());
        }
    }

    private static void add(Map<String, Profile> all, String id, String text) {
        try {
            all.put(id, ProfileFile.read(id, text));
        } catch (UnreadableProfileException broken) {
            Log.warn(broken.getMessage());
        }
    }

    private static String text(String file) {
        try (var in = Profiles.class.getResourceAsStream("/panel/" + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no panel/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read panel/" + file, broken);
        }
    }
}
