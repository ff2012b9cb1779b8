package dev.cowork.impact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.impact")
interface ImpactConfig {
    /// How long facts are kept. Shorter forgets sooner, and figures then go back less far.
    @WithDefault("730d")
    Duration keep();

    /// After what time nobody can tell any more whose a fact was. Shorter protects people more, and the figures of a
    /// person and of newcomers then go back less far.
    @WithDefault("365d")
    Duration keepPersons();

    /// Which channels are whose: `Billing=C0123,C0456; Returns=C0789`. A session belongs to the team of its channel.
    Optional<String> teams();
}
