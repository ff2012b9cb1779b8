package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import java.util.List;
import java.util.stream.Collectors;

/// What several people said, as one thing for the partner to answer: who is not the owner is named, what was said to
/// others is marked as such, what happened stands in brackets.
final class TurnWords {
    private static final String QUICK = "Quick: write me a draft I can send at once, without questions first.";

    private static final int MOST_UNKNOWN = 5;

    private TurnWords() {}

    static String of(Session session, boolean isFirst, List<Utterance> said) {
        var words = said.stream().map(it -> line(it, session.owner())).collect(Collectors.joining("\n\n"));
        return session.isQuick() && isFirst ? QUICK + "\n\n" + words : words;
    }

    /// What the next question is taken from; nothing where nothing is known to be missing.
    static String unknown(List<Fact> facts) {
        var unknown = facts.stream()
                .filter(fact -> fact.standing() == Standing.UNKNOWN)
                .map(fact -> fact.statement().replace('[', '(').replace(']', ')'))
                .limit(MOST_UNKNOWN)
                .toList();
        return unknown.isEmpty() ? "" : "\n\n[Still unknown: " + String.join(" | ", unknown) + "]";
    }

    private static String line(Utterance said, MemberId owner) {
        return switch (said.kind()) {
            case INSTRUCTION ->
                said.member().equals(owner) ? said.words() : said.member().mention() + ": " + said.words();
            case ASIDE ->
                "[Said by " + said.member().mention() + " to others, as background only, not to you: " + said.words()
                        + "]";
            case EVENT, NOTE -> said.words();
        };
    }
}
