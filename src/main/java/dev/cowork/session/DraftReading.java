package dev.cowork.session;

import java.util.List;
import java.util.regex.Pattern;

/// What an agent should look at before a draft goes out.
///
/// @param loaded what reads like an admission
/// @param assumptions sentences that state as a fact what is only assumed
record DraftReading(List<LoadedWords.Loaded> loaded, List<String> assumptions) {
    static final DraftReading CLEAN = new DraftReading(List.of(), List.of());

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
        return new DraftReading(words.in(draft), stated);
    }

    boolean isClean() {
        return loaded.isEmpty() && assumptions.isEmpty();
    }
}
