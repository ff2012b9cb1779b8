package dev.cowork.impact.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.ticket")
interface TicketConfig {
    /// Signs what is sent to `/api/tickets`. Without it nothing is taken in there.
    Optional<String> secret();

    /// The secret before the last rotation, accepted as well until it is taken out here.
    Optional<String> previousSecret();

    /// The signing secret of the webhook in Zendesk.
    Optional<String> zendeskSecret();

    /// The client secret of the app in Intercom.
    Optional<String> intercomSecret();

    /// Whose tickets they are where the request does not say so: a Slack workspace id. Not needed where one is
    /// served.
    Optional<String> workspace();

    /// How old or how far ahead a signature may be. Longer forgives slow clocks, and gives a thief more time.
    @WithDefault("5m")
    Duration window();
}
