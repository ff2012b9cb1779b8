package dev.cowork.partner;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Consumer;

/// The colleague in the thread. Claude where there is a key; the playbook where there is none, or where it is asked to
/// stand in. The playbook never pretends to be Claude.
@ApplicationScoped
public class Partner {
    private final PartnerConfig config;
    private final Prompts prompts = new Prompts();
    private final Optional<Claude> claude;

    @Inject
    Partner(PartnerConfig config) {
        this(config, Thread::sleep);
    }

    Partner(PartnerConfig config, Pause pause) {
        this.config = config;
        this.claude = config.apiKey().filter(key -> !key.isBlank()).map(key -> new Claude(config, key.strip(), pause));
    }

    /// Whether there is a key, so that [#reply] asks Claude.
    public boolean hasClaude() {
        return claude.isPresent();
    }

    /// Answers the agent's latest words. Takes seconds to a minute; `live` hears the words as they are written, in
    /// pieces, on the caller's thread. Joined, the pieces are exactly `Answer.text()`. What `live` throws ends the
    /// answer and is passed on.
    ///
    /// @throws PartnerUnavailableException where no answer is to be had; says whether trying again helps, and when
    @Transactional(Transactional.TxType.NEVER)
    public Answer reply(Brief brief, Consumer<String> live) {
        return new Answering(config, claude.orElseThrow(), prompts, brief, live).answer();
    }

    /// Looks back on a closed session. Blocking like [#reply], not streamed.
    ///
    /// @throws PartnerUnavailableException as [#reply]
    @Transactional(Transactional.TxType.NEVER)
    public Retrospect lookBack(Brief brief, String outcome) {
        return new LookingBack(config, claude.orElseThrow(), prompts).lookBack(brief, outcome);
    }

    @PreDestroy
    void hangUp() {
        claude.ifPresent(Claude::close);
    }
}
