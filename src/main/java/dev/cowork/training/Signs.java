package dev.cowork.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads by rule what a message to a customer shows, in the languages that there is a [SignBook] for.
final class Signs {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?]*");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}|\\d+");
    private static final int ENOUGH = 2;
    private static final int STEM = 5;

    private Signs() {}

    static Pattern pattern(String source) {
        return Pattern.compile(
                source, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /// @param customer all that the customer has said so far
    /// @param before what the trainee wrote to them before
    static Seen in(String message, String customer, List<String> before) {
        var signs = new EnumMap<Sign, String>(Sign.class);
        var faults = new EnumMap<Fault, String>(Fault.class);
        var theirs = stems(customer);
        for (var book : SignBook.of(message)) {
            for (var sentence : sentences(message)) {
                book.bad().forEach((fault, shape) -> note(faults, fault, shape, sentence));
                if (finds(book.bad().get(Fault.STOCK), sentence)
                        || finds(book.bad().get(Fault.BLAME), sentence)) {
                    continue;
                }
                book.good().forEach((sign, shape) -> note(signs, sign, shape, sentence));
                if (isHearing(book, sentence, theirs)) {
                    signs.putIfAbsent(Sign.HEARD, sentence);
                }
            }
            retracted(book, message, before).ifPresent(sentence -> faults.put(Fault.BROKEN, sentence));
        }
        return new Seen(signs, faults);
    }

    static boolean finds(@Nullable Pattern shape, String sentence) {
        return shape != null && shape.matcher(straight(sentence)).find();
    }

    private static <K> void note(Map<K, String> found, K what, Pattern shape, String sentence) {
        if (finds(shape, sentence)) {
            found.putIfAbsent(what, sentence);
        }
    }

    /// Their own details come back, said to them.
    private static boolean isHearing(SignBook book, String sentence, Set<String> theirs) {
        var shared = stems(sentence);
        shared.retainAll(theirs);
        return shared.size() >= ENOUGH && !sentence.endsWith("?") && finds(book.toThem(), sentence);
    }

    private static Optional<String> retracted(SignBook book, String message, List<String> before) {
        var promised = before.stream()
                .flatMap(words -> sentences(words).stream())
                .filter(sentence -> finds(book.promised(), sentence))
                .toList();
        return sentences(message).stream()
                .filter(sentence -> finds(book.retracts(), sentence))
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
                .filter(stem -> !SignBook.COMMON.contains(stem))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String straight(String text) {
        return text.replace('’', '\'');
    }
}
