package dev.cowork.privacy;

import dev.cowork.privacy.Trace.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes out of a text by what a customer could be recognised, by rule: the same words in, the same words out, and a
/// text it has mended has nothing left for it to mend. Amounts, dates and durations stay, because tips need them.
///
/// Rules find shapes, cues and known names. A bare name that no list knows stays: the writer's eye is the second check.
public class Anonymiser {
    private static final Pattern SENTENCE_BEGINS = Pattern.compile("(?:^|[.!?:]\\s+|\\n\\s*)$");
    /// Swallows `the customer Jane` and `Mr Doe's` whole, so that no `the customer the customer` is left.
    private static final String BEFORE_A_CUSTOMER =
            "(?:(?:\\b(?:the|our|a|this|that)\\s+)?\\b(?:customer|client|buyer|mr\\.?|mrs\\.?|ms\\.?|miss|dr\\.?)\\s+)?";

    public Anonymised anonymise(String text, Confidential confidential) {
        var found = new ArrayList<Trace>();
        Rules.FIRST.forEach(rule -> take(text, rule, found));
        confidential.tickets().forEach(ticket -> take(text, ticketRule(ticket), found));
        Rules.SHAPES.forEach(rule -> take(text, rule, found));
        take(text, customerRule(confidential.customers()), found);
        Rules.NAMES.forEach(rule -> take(text, rule, found));
        found.sort(Comparator.comparingInt(Trace::at));
        return new Anonymised(without(found, text), List.copyOf(found));
    }

    private static void take(String text, Rule rule, List<Trace> found) {
        rule.in(text)
                .filter(trace -> found.stream().noneMatch(other -> overlap(trace, other)))
                .forEach(found::add);
    }

    private static boolean overlap(Trace one, Trace other) {
        return one.at() < other.end() && other.at() < one.end();
    }

    private static String without(List<Trace> found, String text) {
        if (found.isEmpty()) {
            return text;
        }
        var mended = new StringBuilder();
        var from = 0;
        for (var trace : found) {
            mended.append(text, from, trace.at());
            mended.append(instead(trace.kind(), mended));
            from = trace.end();
        }
        return mended.append(text, from, text.length()).toString();
    }

    private static String instead(Kind kind, CharSequence before) {
        var words = kind.instead();
        return SENTENCE_BEGINS.matcher(before).find()
                ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
                : words;
    }

    /// However it is written: `ZD-48213`, `zd 48213`, `#48213`.
    private static Rule ticketRule(String ticket) {
        var parts = Pattern.compile("\\p{L}+|\\d+").matcher(ticket).results().map(part -> Pattern.quote(part.group()));
        var whole = String.join("[\\s#_./-]*", parts.toList());
        var digits = ticket.replaceAll("\\D", "");
        var alone = digits.length() >= 4 ? "|" + digits : "";
        return whole.isEmpty()
                ? Rule.NEVER
                : Rule.of(Kind.TICKET, "(?iu)#?(?<![\\p{L}\\d])(?:" + whole + alone + ")(?![\\p{L}\\d])");
    }

    /// A name in several words is found in any case; one word only with its capital, as `Rose` is no `rose`. Names in
    /// a row are one.
    private static Rule customerRule(List<String> names) {
        if (names.isEmpty()) {
            return Rule.NEVER;
        }
        var any = names.stream().map(Anonymiser::shapeOf).collect(Collectors.joining("|", "(?:", ")"));
        return Rule.of(
                Kind.CUSTOMER,
                "(?<![\\p{L}\\d])(?i:" + BEFORE_A_CUSTOMER + ")" + any + "(?:[\\s&-]+" + any + ")*(?![\\p{L}\\d])");
    }

    private static String shapeOf(String name) {
        var words = name.split("\\s+");
        var quoted = Stream.of(words).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return words.length > 1 ? "(?iu:" + quoted + ")" : quoted + "|" + Pattern.quote(name.toUpperCase(Locale.ROOT));
    }
}
