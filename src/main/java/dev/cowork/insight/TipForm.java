package dev.cowork.insight;

import dev.cowork.privacy.Anonymised;
import dev.cowork.privacy.Trace;
import dev.cowork.slack.Inbound;
import dev.cowork.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was entered into a [TipModal], and whether it may be shared as it is.
record TipForm(Hidden hidden, String words) {
    private static final int MOST_NAMED = 3;

    /// What the modal carries along: the session the tip comes from, and how often its words were replaced. A field
    /// that is to show other words needs another id, or Slack keeps what the person had typed.
    record Hidden(Optional<String> session, int round) {
        static Hidden of(Optional<SessionKey> from) {
            return new Hidden(from.map(SessionKey::toString), 1);
        }

        static Hidden read(String hidden) {
            var parts = hidden.split(":", 2);
            return new Hidden(Optional.of(parts[0]).filter(it -> !it.isEmpty()), Integer.parseInt(parts[1]));
        }

        Hidden next() {
            return new Hidden(session, round + 1);
        }

        String blockId() {
            return "tip_" + round;
        }

        Optional<SessionKey> from(WorkspaceId workspace) {
            return session.map(it -> SessionKey.of(workspace, it));
        }

        @Override
        public String toString() {
            return session.orElse("") + ":" + round;
        }
    }

    static TipForm read(Inbound.Form form) {
        var hidden = Hidden.read(form.hidden());
        return new TipForm(hidden, form.value(hidden.blockId()));
    }

    /// What stands in the way of sharing it, said to the writer.
    Optional<String> problem(Anonymised mended) {
        if (words.isBlank()) {
            return Optional.of("Write the tip first.");
        }
        if (words.length() > TipText.LONGEST) {
            return Optional.of(
                    "A tip has at most " + TipText.LONGEST + " characters; this one has " + words.length() + ".");
        }
        return mended.isClean() ? Optional.empty() : Optional.of(stillNames(mended.found()));
    }

    private static String stillNames(List<Trace> found) {
        var named = found.stream()
                .limit(MOST_NAMED)
                .map(trace -> "“" + brief(trace.text()) + "” (" + trace.kind().named() + ")")
                .collect(Collectors.joining(", "));
        var more = found.size() > MOST_NAMED ? " and " + (found.size() - MOST_NAMED) + " more" : "";
        return "This still names " + named + more + ". Write it without, or press “Take out names and numbers”.";
    }

    private static String brief(String words) {
        return words.length() > 60 ? words.substring(0, 59) + "…" : words;
    }

    @Override
    public String toString() {
        return "TipForm[" + hidden + "]";
    }
}
