package dev.cowork.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/// Which team works in a channel. What is changed here holds for what happens from then on.
@ApplicationScoped
class Teams {
    private final Map<String, String> byChannel = new HashMap<>();

    Teams(ImpactConfig config) {
        for (var team : config.teams().orElse("").split(";")) {
            var parts = team.split("=", 2);
            if (parts.length == 2) {
                for (var channel : parts[1].split(",")) {
                    byChannel.put(channel.strip(), parts[0].strip());
                }
            }
        }
    }

    /// Empty where the channel is nobody's.
    String in(String channel) {
        return byChannel.getOrDefault(channel, "");
    }
}
