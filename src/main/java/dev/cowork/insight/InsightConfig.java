package dev.cowork.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "cowork.insight")
interface InsightConfig {
    /// How often the partner is asked for a debrief before the thread is told that it did not come. More means fewer
    /// presses of `Try again` and a longer wait for bad news.
    @WithDefault("4")
    int tries();

    /// The pause between two tries where Claude names none.
    @WithDefault("15s")
    Duration pause();

    /// The longest pause that is waited for; a longer one is told to the person instead.
    @WithDefault("2m")
    Duration longestPause();
}
