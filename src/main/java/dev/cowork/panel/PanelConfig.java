package dev.cowork.panel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.panel")
interface PanelConfig {
    /// A folder of the company's own specialists, each a `.md` file. Each more is a whole request at every call.
    Optional<Path> specialists();

    /// How long all of them have, both rounds together. Longer lets slow ones speak and an agent wait.
    @WithDefault("60s")
    Duration patience();

    /// What one call may cost, in the currency of the daily limit for Claude. Less leaves out the second round, the
    /// draft, and in the end the call.
    @WithDefault("1 USD")
    String callLimit();

    /// What all calls of a workspace may cost in a day, UTC.
    @WithDefault("10 USD")
    String dailyLimit();
}
