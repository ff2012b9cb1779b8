package dev.cowork.impact.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.dashboard")
interface DashboardConfig {
    /// A group of fewer people is not shown. Fewer than five is not accepted: one could tell who it is.
    @WithDefault("5")
    int smallestGroup();

    /// What a million tokens cost, as your agreement says; without these cost is shown in tokens alone.
    Optional<BigDecimal> pricePerMillionInput();

    Optional<BigDecimal> pricePerMillionCached();

    Optional<BigDecimal> pricePerMillionOutput();

    @WithDefault("USD")
    String priceCurrency();
}
