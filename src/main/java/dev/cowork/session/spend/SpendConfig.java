package dev.cowork.session.spend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cowork.spend")
interface SpendConfig {
    /// What one workspace may spend on Claude in a day, UTC, as `<amount> <currency>`. At the limit the playbook
    /// answers.
    @WithDefault("50 USD")
    String dailyLimit();

    /// What a million tokens cost, in the limit's currency: `MODEL=FRESH,CACHED,WRITTEN,OUTPUT`, several separated by
    /// semicolons. A name counts for all models that begin with it. For one that is not named the dearest counts.
    String prices();
}
