package dev.cowork.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The cache of loaded and linked classes that makes a start short (`-XX:AOTCache`). It is made by a [Rehearsal] and
/// fits the Java and the build it was made with, and no other; Java starts without one that does not fit.
final class StartCache {
    private static final String OPTION = "-XX:AOTCache=";
    private static final Path MAPPED = Path.of("/proc/self/maps");

    private StartCache() {}

    /// What a person reads where they named a cache that this start could not use. Only Linux lets us know.
    static Optional<String> complaint() {
        var arguments = ProcessHandle.current().info().arguments().orElse(new String[0]);
        try {
            return complaint(List.of(arguments), Files.exists(MAPPED) ? Files.readString(MAPPED) : "");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// @param mapped the files this process has in memory, as Linux lists them; empty where nobody knows
    static Optional<String> complaint(List<String> arguments, String mapped) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> Path.of(argument.substring(OPTION.length())))
                .filter(cache -> !mapped.isEmpty() && !mapped.contains("/" + cache.getFileName()))
                .map(cache -> "The start cache " + cache + " is not there, or was made with another Java or another"
                        + " build: this start took longer without it. `make package` makes it anew.")
                .findFirst();
    }
}
