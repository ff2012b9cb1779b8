package dev.cowork.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "cowork.delivery")
interface DeliveryConfig {
    /// How many lanes one process works on at once. Each waits on a virtual thread; more means more streams to Claude
    /// at once, not more database connections.
    @WithDefault("200")
    int lanes();

    /// How often the schedule is looked at for what another process left. New work of this process is seen at once.
    @WithDefault("250ms")
    Duration polling();

    /// How often a working process says that it lives. Four misses and another one takes over.
    @WithDefault("3s")
    Duration heartbeat();

    /// How often a failing piece of work is tried before it is given up.
    @WithDefault("6")
    int attempts();

    /// How long an unresolved post waits before Slack is asked whether it arrived.
    @WithDefault("10s")
    Duration lookUpAfter();

    /// How long a post waits for a Slack that is out of reach before it is given up.
    @WithDefault("24h")
    Duration patience();

    /// How long a stopping process waits for work under way before it hands over.
    @WithDefault("15s")
    Duration stopWithin();
}
