package dev.cowork.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which open questions somebody's words answer, as far as rules can tell: by their numbers (`2: yes`), by their words,
/// or because there was only one.
final class Answered {
    private static final Pattern NUMBERED = Pattern.compile("(?m)^\\s*(\\d{1,2})\\s*[.):-]\\s*(\\S.*)$");
    private static final Pattern NOT_KNOWN = Pattern.compile(
            "(?i)^\\W*(?:(?:i|we) (?:do not|don['’]?t|dont) know|don['’]?t know|no idea|not known|unknown|not sure|keine ahnung"
                    + "|wei(?:ß|ss) (?:ich )?nicht|aucune idée|je ne sais pas|no (?:lo )?sé)\\b.*");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+|,\\s+");
    private static final double MOSTLY = 0.6;

    private Answered() {}

    /// The answer to each; empty where nobody knows it.
    static Map<AskedQuestion, Optional<String>> in(String words, List<AskedQuestion> open) {
        var found = new HashMap<AskedQuestion, Optional<String>>();
        if (open.isEmpty()) {
            return found;
        }
        var newest = open.stream().filter(open.getLast()::isInListOf).toList();
        var numbered = NUMBERED.matcher(words);
        while (numbered.find()) {
            var number = Integer.parseInt(numbered.group(1));
            var answer = numbered.group(2).strip();
            newest.stream()
                    .filter(question -> question.number() == number)
                    .findFirst()
                    .ifPresent(question -> found.put(question, unlessNotKnown(answer)));
        }
        if (!found.isEmpty()) {
            return found;
        }
        if (newest.size() == 1 && NOT_KNOWN.matcher(words.strip()).matches()) {
            found.put(newest.getFirst(), Optional.empty());
            return found;
        }
        open.forEach(
                question -> byWords(words, question).ifPresent(answer -> found.put(question, Optional.of(answer))));
        return found;
    }

    /// The words themselves; empty where they say that nobody knows.
    static Optional<String> unlessNotKnown(String words) {
        return NOT_KNOWN.matcher(words).matches() ? Optional.empty() : Optional.of(words);
    }

    /// The sentence that says most of what was asked, unless it asks back.
    private static Optional<String> byWords(String words, AskedQuestion question) {
        var stems = Wording.stems(question.words());
        return SENTENCE.splitAsStream(words)
                .map(String::strip)
                .filter(sentence -> !sentence.endsWith("?"))
                .filter(sentence -> stems.size() >= 2 && Wording.share(stems, Wording.stems(sentence)) >= MOSTLY)
                .findFirst();
    }
}
