package dev.cowork.training;

import dev.cowork.playbook.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads by rule what a message to a customer shows. The shapes stand in `training/signs.md`; they are English.
final class Signs {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?]*");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}|\\d+");
    private static final Pattern TO_THEM = pattern("\\byou(?:r|'ve|'re)?\\b");
    /// Words that every message shares with every other.
    private static final Set<String> COMMON = Set.of(
            "your", "that", "this", "with", "have", "will", "would", "from", "they", "them", "there", "what", "when",
            "which", "been", "were", "about", "could", "should", "please", "thank", "sorry", "want", "need", "know",
            "here", "just", "more", "than", "then", "only", "also", "order", "custo", "produ", "under", "frust",
            "into");
    private static final int ENOUGH = 2;
    private static final int STEM = 5;

    private static final Page PAGE = TextFile.page("signs");
    private static final Map<Sign, Pattern> GOOD = Map.of(
            Sign.EMPATHISED, shapes("empathise"),
            Sign.OWNED, shapes("apologise"),
            Sign.OPTIONS, shapes("options"),
            Sign.NEXT, shapes("next"),
            Sign.CAUSE, shapes("cause"));
    private static final Map<Fault, Pattern> BAD =
            Map.of(Fault.STOCK, shapes("stock"), Fault.BLAME, shapes("blame"), Fault.DELAY, shapes("delay"));
    private static final Pattern RETRACTS = shapes("retracts");
    private static final Pattern PROMISED = shapes("promised");

    private Signs() {}

    static Pattern pattern(String source) {
        return Pattern.compile(source, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Any of the shapes under a heading of `training/signs.md`.
    static Pattern shapes(String heading) {
        return pattern(String.join("|", PAGE.part(heading).items()));
    }

    /// @param customer all that the customer has said so far
    /// @param before what the trainee wrote to them before
    static Seen in(String message, String customer, List<String> before) {
        var signs = new EnumMap<Sign, String>(Sign.class);
        var faults = new EnumMap<Fault, String>(Fault.class);
        var theirs = stems(customer);
        for (var sentence : sentences(message)) {
            BAD.forEach((fault, shape) -> note(faults, fault, shape, sentence));
            if (BAD.get(Fault.STOCK).matcher(sentence).find()
                    || BAD.get(Fault.BLAME).matcher(sentence).find()) {
                continue;
            }
            GOOD.forEach((sign, shape) -> note(signs, sign, shape, sentence));
            if (isHearing(sentence, theirs)) {
                signs.putIfAbsent(Sign.HEARD, sentence);
            }
        }
        retracted(message, before).ifPresent(sentence -> faults.put(Fault.BROKEN, sentence));
        return new Seen(signs, faults);
    }

    private static <K> void note(Map<K, String> found, K what, Pattern shape, String sentence) {
        if (shape.matcher(straight(sentence)).find()) {
            found.putIfAbsent(what, sentence);
        }
    }

    /// Their own details come back, said to them.
    private static boolean isHearing(String sentence, Set<String> theirs) {
        var shared = stems(sentence);
        shared.retainAll(theirs);
        return shared.size() >= ENOUGH
                && !sentence.endsWith("?")
                && TO_THEM.matcher(sentence).find();
    }

    private static Optional<String> retracted(String message, List<String> before) {
        var promised = before.stream()
                .flatMap(words -> sentences(words).stream())
                .filter(sentence -> PROMISED.matcher(straight(sentence)).find())
                .toList();
        return sentences(message).stream()
                .filter(sentence -> RETRACTS.matcher(straight(sentence)).find())
                .filter(sentence -> promised.stream().anyMatch(promise -> sharesAnything(promise, sentence)))
                .findFirst();
    }

    private static boolean sharesAnything(String promise, String sentence) {
        var shared = stems(promise);
        shared.retainAll(stems(sentence));
        return !shared.isEmpty();
    }

    static List<String> sentences(String text) {
        return SENTENCE.matcher(text)
                .results()
                .map(found -> found.group().strip())
                .filter(sentence -> sentence.matches("(?s).*\\p{L}.*"))
                .toList();
    }

    static Set<String> stems(String text) {
        return WORD.matcher(straight(text).toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .filter(stem -> !COMMON.contains(stem))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String straight(String text) {
        return text.replace('’', '\'');
    }
}
