package dev.cowork.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.partner")
interface PartnerConfig {
    /// The key for Claude. None: the playbook answers, and says so.
    Optional<String> apiKey();

    /// Where Claude's API is: anything that speaks `/v1/messages`.
    String baseUrl();

    /// The partner's model. A larger one thinks better, costs more and begins later.
    String model();

    /// The model for looking back on a session, and for sorting openings whose words do not tell what they are.
    String fastModel();

    /// The longest answer, in tokens. More lets long drafts through and costs more when the model rambles.
    @WithDefault("4000")
    long maxTokens();

    /// How long reaching Claude may take. Longer only delays the news that it cannot be reached.
    @WithDefault("5s")
    Duration connectTimeout();

    /// How long Claude may be silent, before its first word or between two, until we give up.
    @WithDefault("45s")
    Duration idleTimeout();

    /// How long one request may take in all.
    @WithDefault("180s")
    Duration totalTimeout();

    /// How often Claude is asked within one answer: the first time, and again where it only noted facts or filled in a
    /// form wrongly. Each further round is a whole request.
    @WithDefault("3")
    int maxRounds();

    /// What is hidden from Claude besides cards, IBANs, e-mail addresses and phone numbers: words, or patterns between
    /// slashes, separated by semicolons. What is hidden the partner cannot think about.
    Optional<String> maskAlso();

    /// The countries whose phone numbers are recognised without a `+`. More find more, also what is none.
    @WithDefault("US,GB,DE,FR")
    List<String> maskRegions();
}
