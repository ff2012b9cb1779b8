package dev.cowork.slack;

import com.slack.api.model.view.View;
import java.util.Map;

/// What is answered at once, inside Slack's three seconds.
public sealed interface Reply {
    /// Keep it: stored before the acknowledgement, heard on its lane afterwards.
    record Later() implements Reply {}

    /// Nothing more happens.
    record Done() implements Reply {}

    /// Open a modal; nothing is stored.
    record Open(View view) implements Reply {}

    /// Put another modal on top of the open one.
    record Push(View view) implements Reply {}

    /// Change the open modal.
    record Change(View view) implements Reply {}

    /// The form stays open; each message stands beside its field, by block id.
    record Errors(Map<String, String> byBlock) implements Reply {}

    /// A sentence only the person sees. Markdown of Slack's own kind.
    record Whisper(String text) implements Reply {}

    static Reply later() {
        return new Later();
    }

    static Reply done() {
        return new Done();
    }
}
