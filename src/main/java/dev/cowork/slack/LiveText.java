package dev.cowork.slack;

import dev.cowork.delivery.Key;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Text that is seen while it is written. The only short cut past the outbox: best effort, never the truth. What
/// [Posting#finish] puts afterwards is the truth and overwrites it.
@ApplicationScoped
public class LiveText {
    /// Begins, or after a crash takes up again, the live message named `message` in the thread, and shows that work is
    /// under way. Never throws because of Slack: where nothing can be shown live, the final text still arrives.
    ///
    /// @param reader for whom it is written: the agent who asked
    @Transactional(Transactional.TxType.NEVER)
    public Live begin(WorkspaceId workspace, ThreadRef thread, MemberId reader, Key message) {
        throw new UnsupportedOperationException(message.value());
    }

    /// The open end of a live message. Used by one thread.
    public interface Live {
        /// Adds text. Shown in gulps, as often as Slack allows; returns without waiting for Slack.
        void append(String text);

        /// Stops showing. What was appended and not shown yet is left to [Posting#finish].
        void end();
    }
}
