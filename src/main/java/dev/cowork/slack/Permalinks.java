package dev.cowork.slack;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/// Asks Slack for the address of a message.
@ApplicationScoped
public class Permalinks {
    private static final String METHOD = "chat.getPermalink";

    private final SlackCalls calls;

    Permalinks(SlackCalls calls) {
        this.calls = calls;
    }

    /// Empty where Slack does not say: an address is a convenience, nobody waits for it.
    @Transactional(Transactional.TxType.NEVER)
    public Optional<String> of(WorkspaceId workspace, Inbound.Spot spot) {
        return calls.call(workspace, METHOD, Map.of("channel", spot.channel(), "message_ts", spot.ts()))
                                instanceof SlackCalls.Outcome.Ok(RawAnswer answer)
                        && answer.permalink != null
                ? Optional.of(answer.permalink)
                : Optional.empty();
    }
}
