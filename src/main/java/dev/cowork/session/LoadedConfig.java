package dev.cowork.session;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.loaded")
interface LoadedConfig {
    /// A file of the company's own loaded words, in the form of `guard/loaded-words.txt`. Read once, at the start.
    Optional<Path> words();
}
