package dev.cowork.knowledge;

import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Brings the folder in at every start, beside the work. A file that cannot be read is named in the log and left out.
@ApplicationScoped
class BringingFolder {
    private final KnowledgeConfig config;
    private final BringingKnowledge bringing;

    BringingFolder(KnowledgeConfig config, BringingKnowledge bringing) {
        this.config = config;
        this.bringing = bringing;
    }

    void on(@Observes StartupEvent started) {
        Thread.ofPlatform().daemon().name("knowledge-folder").start(() -> Within.everyWorkspace(() -> bring()));
    }

    void bring() {
        try {
            var texts = config.dir().map(BringingFolder::folder).orElse(Map.of());
            bringing.forgetOthers(texts.keySet());
            texts.forEach(this::bring);
        } catch (RuntimeException e) {
            Log.errorf(e, "the knowledge folder could not be brought in");
        }
    }

    private void bring(String path, String text) {
        var file = NewFile.of(NewFile.EVERY_WORKSPACE, path, Optional.empty(), false, text, NewFile.FOLDER);
        switch (bringing.bring(file)) {
            case Brought.Taken it ->
                Log.infof("%s is in, version %d, with %d passages", it.path(), it.version(), it.passages());
            case Brought.Unchanged _ -> {}
            case Brought.Refused(String name, String why) -> Log.errorf("%s was left out: %s", name, why);
        }
    }

    static Map<String, String> folder(Path dir) {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(dir)) {
            for (var file : files.filter(BringingFolder::isText).sorted().toList()) {
                take(dir, file, texts);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            Log.errorf("the knowledge folder %s cannot be read: %s", dir, unreadable.getMessage());
        }
        return texts;
    }

    private static boolean isText(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && name.matches(".*\\.(md|markdown|txt)");
    }

    private static void take(Path dir, Path file, Map<String, String> texts) throws IOException {
        if (Files.size(file) > 4L * NewFile.LARGEST) {
            Log.errorf("%s is too large and was left out", file);
            return;
        }
        try {
            texts.put(dir.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (CharacterCodingException noText) {
            Log.errorf("%s is no text in UTF-8 and was left out", file);
        }
    }
}
