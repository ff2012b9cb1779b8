package dev.cowork.slack;

import com.slack.api.model.view.View;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Post;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Puts messages on their way to Slack. Every verb joins the caller's transaction: if that rolls back, nothing is sent;
/// if it commits, it is sent however often the process dies. The same key twice sends once.
@ApplicationScoped
public class Posting {
    /// Why a change died whose message had died before.
    public static final String NEVER_MADE = "the message to be changed was never made";

    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Channels channels;

    Posting(Outbox outbox, Envelopes envelopes, Channels channels) {
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.channels = channels;
    }

    /// A new message at the top level of a channel, by name or id. `message` names it for [#revise] and in `PostSent`.
    public void say(WorkspaceId workspace, String channel, Key message, Message content) {
        put(workspace, message, message, Lane.of(workspace, "post", message), envelopes.create(channel, "", content));
    }

    /// Whether what is said to that channel goes to this one. Where Slack has not told us yet, it does not.
    public boolean leadsTo(WorkspaceId workspace, String nameOrId, String channel) {
        return channels.knownIdOf(workspace, nameOrId).filter(channel::equals).isPresent();
    }

    /// Whether everybody in the workspace can read what is said to that channel. Where Slack has not told us within ten
    /// minutes, not.
    public boolean isOpenToAll(WorkspaceId workspace, String nameOrId) {
        return channels.isOpen(workspace, nameOrId);
    }

    /// Whether Slack has told us within ten minutes who can read what is said to that channel.
    public boolean isKnown(WorkspaceId workspace, String nameOrId) {
        return channels.isKnown(workspace, nameOrId);
    }

    /// Has Slack tell us, beside the work, which channel that is and who can read it.
    public void learn(WorkspaceId workspace, String nameOrId) {
        channels.learn(workspace, nameOrId);
    }

    /// The same, waiting for Slack's answer; not inside a transaction. Slack may be unable to say: see [#isKnown].
    @Transactional(Transactional.TxType.NEVER)
    public void learnNow(WorkspaceId workspace, String nameOrId) {
        channels.learnNow(workspace, nameOrId);
    }

    /// A new message in a thread. Posts of one thread arrive in the order they were put.
    public void reply(WorkspaceId workspace, ThreadRef thread, Key message, Message content) {
        put(
                workspace,
                message,
                message,
                laneOf(workspace, thread),
                envelopes.create(thread.channel(), thread.ts(), content));
    }

    /// Changes a message put by [#say]: the last version put is the one that stays.
    ///
    /// @param version makes this change unique among the changes of the message
    public void revise(WorkspaceId workspace, Key message, Object version, Message content) {
        var key = Key.of(message, version);
        put(workspace, key, message, Lane.of(workspace, "post", message), envelopes.update(content));
    }

    /// Changes a message put by [#reply].
    public void revise(WorkspaceId workspace, ThreadRef thread, Key message, Object version, Message content) {
        put(workspace, Key.of(message, version), message, laneOf(workspace, thread), envelopes.update(content));
    }

    /// What stands in a message begun by [LiveText#begin], or to be begun, until more of its words come. Where there is
    /// none yet it is made.
    ///
    /// @param version as with [#revise]
    public void interim(WorkspaceId workspace, ThreadRef thread, Key message, Object version, Message content) {
        if (outbox.isPut(workspace, message)) {
            revise(workspace, thread, message, version, content);
        } else {
            reply(workspace, thread, message, content);
        }
    }

    /// The final words of a message begun by [LiveText#begin] under the same name, or a new message where none was
    /// begun.
    public void finish(WorkspaceId workspace, ThreadRef thread, Key message, Message content) {
        put(workspace, lastWordsOf(message), message, laneOf(workspace, thread), envelopes.finish(thread, content));
    }

    /// A message only one person sees, in the thread, or in the channel where the thread has no `ts`: Slack hides
    /// it in a thread that has no replies yet. Slack may drop it where the person is away: never the only place of
    /// anything that must be known.
    public void whisper(WorkspaceId workspace, ThreadRef thread, MemberId member, Key key, Message content) {
        put(workspace, key, key, laneOf(workspace, thread), envelopes.whisper(thread, member, content));
    }

    /// The person's App Home.
    public void home(WorkspaceId workspace, MemberId member, Key key, View view) {
        put(workspace, key, key, Lane.of(workspace, "home", member), envelopes.home(member, view));
    }

    /// Sends the message once more, with all its changes, where Slack refused it for good. Nothing happens where it did
    /// not.
    public void again(WorkspaceId workspace, Key message) {
        outbox.again(workspace, message);
    }

    /// The same for everything that Slack refused in the thread.
    public void again(WorkspaceId workspace, ThreadRef thread) {
        outbox.again(workspace, laneOf(workspace, thread));
    }

    /// The key of what [#finish] puts.
    static Key lastWordsOf(Key message) {
        return Key.of(message, "final");
    }

    static Lane laneOf(WorkspaceId workspace, ThreadRef thread) {
        return Lane.of(workspace, "thread", thread.channel(), thread.ts());
    }

    private void put(WorkspaceId workspace, Key key, Key message, Lane lane, String envelope) {
        outbox.put(new Post(workspace, key, message, lane, envelope));
    }
}
