package dev.cowork;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What [HouseRulesTest] looks at: the classes, their sources, and the table of who may use whom.
record House(JavaClasses classes, Path sources, Map<String, Set<String>> mayUse) {
    static final String ROOT = "dev.cowork";

    /// Each room with all it may import of ours. A new room needs a line here and a page in `docs/decisions`.
    static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("workspace", Set.of()),
            Map.entry("privacy", Set.of()),
            Map.entry("delivery", Set.of("workspace")),
            Map.entry("audit", Set.of("slack", "delivery", "workspace")),
            Map.entry("slack", Set.of("delivery", "workspace")),
            Map.entry("playbook", Set.of("workspace")),
            Map.entry("partner", Set.of("playbook", "workspace")),
            Map.entry("knowledge", Set.of("slack", "delivery", "workspace")),
            Map.entry("proposal", Set.of("privacy", "audit", "playbook", "slack", "delivery", "workspace")),
            Map.entry(
                    "session",
                    Set.of(
                            "privacy",
                            "proposal",
                            "playbook",
                            "knowledge",
                            "partner",
                            "slack",
                            "delivery",
                            "workspace")),
            Map.entry("panel", Set.of("session", "audit", "knowledge", "partner", "slack", "delivery", "workspace")),
            Map.entry(
                    "training", Set.of("privacy", "session", "playbook", "partner", "slack", "delivery", "workspace")),
            Map.entry(
                    "insight", Set.of("privacy", "session", "knowledge", "partner", "slack", "delivery", "workspace")),
            Map.entry("impact", Set.of("insight", "training", "session", "proposal", "slack", "delivery", "workspace")),
            Map.entry(
                    "home",
                    Set.of(
                            "audit",
                            "impact",
                            "insight",
                            "training",
                            "session",
                            "proposal",
                            "knowledge",
                            "playbook",
                            "slack",
                            "delivery",
                            "workspace")),
            Map.entry("keeping", Set.of("audit", "impact", "session", "slack", "delivery", "workspace")),
            Map.entry("playground", Set.of()),
            Map.entry("launch", Set.of("audit", "workspace")),
            Map.entry("demo", Set.of())));

    /// How many public types a room may have; more than the usual twelve where `docs/decisions` says why.
    static int frontDoorOf(String room) {
        return switch (room) {
            case "delivery" -> 15;
            case "slack" -> 15;
            default -> 12;
        };
    }

    /// The house as it was built: everything under `src/main/java`.
    static House built() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        return new House(classes, Path.of("src", "main", "java"), MAY_USE);
    }

    static String packageOf(String room) {
        return ROOT + "." + room + "..";
    }

    /// The first package below the root; empty for the root itself.
    static String roomOf(String packageName) {
        var below = packageName.substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
    }

    /// Rooms that another one must not use.
    Set<String> forbiddenTo(String room) {
        var forbidden = new TreeSet<>(mayUse.keySet());
        forbidden.remove(room);
        forbidden.removeAll(mayUse.get(room));
        return forbidden;
    }
}
