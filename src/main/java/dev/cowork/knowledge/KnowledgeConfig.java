package dev.cowork.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.knowledge")
interface KnowledgeConfig {
    /// The folder whose Markdown and text files are brought in at every start.
    Optional<Path> dir();

    /// The key with which `/api/knowledge` is opened. None: it stays shut.
    Optional<String> key();

    /// Whether passages are found by their meaning as well. Costs about 300 MB of memory once there is any knowledge.
    @WithDefault("true")
    boolean byMeaning();
}
