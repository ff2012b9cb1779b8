package dev.cowork.partner;

import dev.cowork.playbook.Playbook;
import dev.cowork.standin.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Partners made by hand, for whoever tests what comes of their answers.
public final class Partners {
    private Partners() {}

    /// One that asks that Claude.
    public static Partner asking(String url, String key, String model) {
        return new Partner(new Given(key, url, model), new Playbook(), new Unlimited(), Thread::sleep);
    }

    /// One without a key.
    public static Partner withoutKey() {
        return Desk.withoutKey();
    }

    /// What the playbook would answer, as Claude would say it over the wire.
    public static Said spoken(Answer answer) {
        var parts = new ArrayList<Said.Part>();
        parts.add(Said.text(answer.text()));
        answer.moves().forEach(move -> {
            var call = TurnRecord.toolUse("", move);
            parts.add(Said.brokenTool(
                    call.path("name").asText(), call.path("input").toString()));
        });
        return new Said(parts, "", new Said.Fault.None());
    }

    private record Unlimited() implements SharedLimit {
        @Override
        public Optional<Duration> blockedFor() {
            return Optional.empty();
        }

        @Override
        public void block(Duration pause) {}
    }

    private record Given(String key, String baseUrl, String model) implements PartnerConfig {
        @Override
        public Optional<String> apiKey() {
            return Optional.of(key);
        }

        @Override
        public String fastModel() {
            return model;
        }

        @Override
        public long maxTokens() {
            return 4000;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration idleTimeout() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration totalTimeout() {
            return Duration.ofMinutes(3);
        }

        @Override
        public int maxRounds() {
            return 3;
        }

        @Override
        public Optional<String> maskAlso() {
            return Optional.empty();
        }

        @Override
        public List<String> maskRegions() {
            return List.of("US", "GB", "DE", "FR");
        }
    }
}
