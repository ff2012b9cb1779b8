package dev.cowork.partner;

import dev.cowork.playbook.Playbook;
import dev.cowork.standin.StandInClaude;
import dev.cowork.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An agent's desk: a talk that grows turn by turn, with a partner to answer.
final class Desk {
    private final Partner partner;
    private final List<Brief.Exchange> past = new ArrayList<>();
    private final List<Brief.Field> situation = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private String opening = "difficult-customer";
    private String authority = "You may grant up to $100.00 alone.";

    Desk(Partner partner) {
        this.partner = partner;
    }

    static Partner with(StandInClaude claude, List<Duration> pauses) {
        return new Partner(
                new Config(Optional.of("sk-test"), claude.url(), Duration.ofSeconds(3)),
                new Playbook(),
                new NoLimit(),
                pauses::add);
    }

    /// As [#with], as one of several that know of the limit together.
    static Partner with(StandInClaude claude, SharedLimit limit, List<Duration> pauses) {
        return new Partner(
                new Config(Optional.of("sk-test"), claude.url(), Duration.ofSeconds(3)),
                new Playbook(),
                limit,
                pauses::add);
    }

    private record NoLimit() implements SharedLimit {
        @Override
        public Optional<Duration> blockedFor() {
            return Optional.empty();
        }

        @Override
        public void block(Duration pause) {}
    }

    static Partner withoutKey() {
        return new Partner(
                new Config(Optional.empty(), "http://127.0.0.1:1", Duration.ofSeconds(1)),
                new Playbook(),
                new NoLimit(),
                _ -> {});
    }

    Desk opening(String id) {
        opening = id;
        return this;
    }

    Desk field(String label, String text) {
        situation.add(new Brief.Field(label, text));
        return this;
    }

    Desk authority(String sentence) {
        authority = sentence;
        return this;
    }

    /// Says it, takes the answer into the talk, and gives it back.
    Answer says(String words) {
        heard.clear();
        var answer = partner.reply(brief(words), heard::add);
        past.add(new Brief.Exchange(words, Optional.of(answer.record())));
        return answer;
    }

    /// As [#says], answered by the playbook.
    Answer saysToPlaybook(String words) {
        heard.clear();
        var answer = partner.replyFromPlaybook(brief(words), heard::add);
        past.add(new Brief.Exchange(words, Optional.of(answer.record())));
        return answer;
    }

    /// Says it and gets no answer.
    void saysInVain(String words) {
        past.add(new Brief.Exchange(words, Optional.empty()));
    }

    /// What was streamed of the last answer.
    List<String> heard() {
        return heard;
    }

    Brief brief(String words) {
        return new Brief(
                new WorkspaceId("T1"),
                "8d6f3f4a-session",
                opening,
                List.copyOf(situation),
                authority,
                List.copyOf(past),
                words);
    }

    record Config(Optional<String> apiKey, String baseUrl, Duration idleTimeout) implements PartnerConfig {
        @Override
        public String model() {
            return "claude-test-large";
        }

        @Override
        public String fastModel() {
            return "claude-test-small";
        }

        @Override
        public long maxTokens() {
            return 4000;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration totalTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int maxRounds() {
            return 3;
        }

        @Override
        public Optional<String> maskAlso() {
            return Optional.of("Project Falcon; /ACME-\\d+/");
        }

        @Override
        public List<String> maskRegions() {
            return List.of("US", "GB", "DE", "FR");
        }
    }
}
