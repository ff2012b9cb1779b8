package dev.cowork.training;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All drills that can be practised: the built-in ones, the company's own files, and those made from sessions.
@ApplicationScoped
class DrillShelf {
    private final Optional<Path> own;
    private final MadeDrills made;
    private final List<Drill> builtIn;

    DrillShelf(TrainingConfig config, MadeDrills made) {
        this.own = config.drills();
        this.made = made;
        this.builtIn = builtIn();
        own.ifPresent(DrillShelf::readAll);
    }

    static List<Drill> builtIn() {
        return TextFile.text("drills.txt")
                .lines()
                .filter(name -> !name.isBlank())
                .map(name -> DrillFile.read(name, TextFile.text(name + ".md")))
                .toList();
    }

    @Transactional
    List<Drill> all(WorkspaceId workspace) {
        var all = new ArrayList<>(builtIn);
        own.ifPresent(folder -> all.addAll(readable(folder)));
        made.of(workspace).forEach(drill -> all.add(drill.drill()));
        return List.copyOf(all);
    }

    Optional<Drill> find(WorkspaceId workspace, String id) {
        return all(workspace).stream().filter(drill -> drill.id().equals(id)).findFirst();
    }

    /// A file that broke after the start is left out, and the log says so.
    private static List<Drill> readable(Path folder) {
        try {
            return readAll(folder);
        } catch (DrillFile.UnreadableDrillException | UncheckedIOException broken) {
            Log.warnf("the drills in %s are left out: %s", folder, broken.getMessage());
            return List.of();
        }
    }

    private static List<Drill> readAll(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(DrillShelf::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the drills in " + folder, broken);
        }
    }

    private static Drill read(Path file) {
        try {
            return DrillFile.read(
                    "own/" + file.getFileName().toString().replaceFirst("\\.md$", ""), Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
    }
}
