package dev.cowork.proposal.precedent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When an exception counts as recurring. Fewer times or a longer while means that more is called a policy to be.
@ConfigMapping(prefix = "cowork.precedent")
interface PrecedentConfig {
    @WithDefault("5")
    int recursFrom();

    @WithDefault("90d")
    Duration within();
}
