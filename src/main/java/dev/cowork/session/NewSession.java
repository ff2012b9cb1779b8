package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// A session somebody wants to open.
///
/// @param words the agent's first words to the partner; empty where the situation says it all
record NewSession(
        WorkspaceId workspace,
        MemberId owner,
        Place place,
        String opening,
        boolean quick,
        List<Brief.Field> situation,
        Ticket ticket,
        String words) {
    /// The opening of a session that began with free text.
    static final String TEXT = "text";
    /// What is said to the partner where somebody only named it.
    static final String CALLED = "[The agent called you into this thread without saying more.]";

    /// Where the card goes: into a thread, or to the top level of a channel, beginning a thread.
    ///
    /// @param calledBy the message by which somebody called us into a thread that was there already
    record Place(String channel, Optional<ThreadRef> thread, Optional<String> calledBy) {
        static Place channel(String channel) {
            return new Place(channel, Optional.empty(), Optional.empty());
        }

        static Place in(ThreadRef thread) {
            return new Place(thread.channel(), Optional.of(thread), Optional.empty());
        }

        static Place calledInto(ThreadRef thread, String by) {
            return new Place(thread.channel(), Optional.of(thread), Optional.of(by));
        }
    }

    static NewSession fromText(WorkspaceId workspace, MemberId owner, Place place, String words) {
        return new NewSession(workspace, owner, place, TEXT, false, List.of(), Ticket.NONE, words);
    }

    NewSession asQuick() {
        return new NewSession(workspace, owner, place, opening, true, situation, ticket, words);
    }

    NewSession at(Place elsewhere) {
        return new NewSession(workspace, owner, elsewhere, opening, quick, situation, ticket, words);
    }

    @Override
    public String toString() {
        return "NewSession[" + workspace + ", " + owner + ", " + opening + "]";
    }
}
