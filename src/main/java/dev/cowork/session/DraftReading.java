package dev.cowork.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an agent should look at before a draft goes out.
///
/// @param loaded what reads like an admission
/// @param assumptions sentences that state as a fact what is only assumed
/// @param tongue the language it is in, and the one it should be in
/// @param hints what else there is to think of, in our own words
record DraftReading(List<LoadedWords.Loaded> loaded, List<String> assumptions, Tongue tongue, List<String> hints) {
    static final DraftReading CLEAN = new DraftReading(List.of(), List.of(), Tongue.UNKNOWN, List.of());

    private static final double MOSTLY = 0.7;
    private static final int LEAST = 3;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+");
    private static final Pattern HEDGED = Pattern.compile(
            "(?i)(?:\\b(?:may|might|could|seems?|appears?|think|believe|likely|possibly|probably|perhaps|maybe|assum\\w*|if|whether"
                    + "|check\\w*|looking into|find out|not sure|suspect\\w*|vielleicht|vermutlich|wahrscheinlich|möglicherweise"
                    + "|ob|prüfen|peut-être|probablement|semble\\w*|quizás?|tal vez|parece\\w*)\\b|\\?$)");

    static DraftReading of(String draft, List<Fact> facts, LoadedWords words) {
        var assumed = facts.stream()
                .filter(fact -> fact.standing() == Standing.ASSUMED)
                .map(fact -> Wording.stems(fact.statement()))
                .filter(stems -> stems.size() >= LEAST)
                .toList();
        var stated = SENTENCE.splitAsStream(draft)
                .map(String::strip)
                .filter(sentence -> !HEDGED.matcher(sentence).find())
                .filter(sentence -> {
                    var stems = Wording.stems(sentence);
                    return assumed.stream().anyMatch(fact -> Wording.share(fact, stems) >= MOSTLY);
                })
                .toList();
        return new DraftReading(words.in(draft), stated, Tongue.UNKNOWN, List.of());
    }

    DraftReading in(Tongue spoken) {
        return new DraftReading(loaded, assumptions, spoken, hints);
    }

    DraftReading with(List<String> more) {
        return new DraftReading(loaded, assumptions, tongue, more);
    }

    boolean isClean() {
        return loaded.isEmpty()
                && assumptions.isEmpty()
                && hints.isEmpty()
                && tongue.missed().isEmpty();
    }

    /// @param written empty where it is too short to tell
    /// @param wanted what the customer writes in; empty where that is not known
    record Tongue(Optional<Language> written, Optional<Language> wanted) {
        static final Tongue UNKNOWN = new Tongue(Optional.empty(), Optional.empty());

        /// The language it should be in and is not.
        Optional<Language> missed() {
            return wanted.filter(it -> written.filter(in -> !in.isSameAs(it)).isPresent());
        }

        /// The language in which nobody but the partner reads what is promised.
        Optional<Language> unread() {
            return written.filter(it -> !it.isGuarded());
        }
    }
}
