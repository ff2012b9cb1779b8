package dev.cowork.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;

/// The colleague in the thread. Claude where there is a key and Claude can be reached; the playbook otherwise, which
/// never pretends to be Claude.
@ApplicationScoped
public class Partner {
    /// Answers the agent's latest words. Takes seconds to a minute; `live` hears the words as they are written, in
    /// pieces, on the caller's thread. Joined, the pieces are exactly `Answer.text()`.
    ///
    /// @throws PartnerUnavailableException where no answer is to be had; says whether trying again helps, and when
    @Transactional(Transactional.TxType.NEVER)
    public Answer reply(Brief brief, Consumer<String> live) {
        throw new UnsupportedOperationException();
    }

    /// Looks back on a closed session. Blocking like [#reply], not streamed.
    ///
    /// @throws PartnerUnavailableException as [#reply]
    @Transactional(Transactional.TxType.NEVER)
    public Retrospect lookBack(Brief brief, String outcome) {
        throw new UnsupportedOperationException();
    }
}
