package dev.cowork.impact.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cowork.dashboard")
interface DashboardConfig {
    /// A group of fewer people is not shown. Fewer than five is not accepted: one could tell who it is.
    @WithDefault("5")
    int smallestGroup();
}
