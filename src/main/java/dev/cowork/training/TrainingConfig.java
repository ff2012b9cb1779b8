package dev.cowork.training;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.training")
interface TrainingConfig {
    /// A folder of the company's own drills, each a `.md` file. Read when somebody looks for a drill, so that a new
    /// one is there at once.
    Optional<Path> drills();
}
