package dev.cowork.privacy;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One way of recognising one kind of trace: a shape, and a doubt that can overrule it. Where the shape has a group
/// named `it`, only that is the trace and the rest is its cue.
///
/// @param view what it sees of the text; as long as the text itself, place by place
record Rule(Trace.Kind kind, Pattern shape, Predicate<Sighting> holds, UnaryOperator<String> view) {
    static final Rule NEVER = of(Trace.Kind.NAME, "(?!)");

    /// A match, and the text it stands in.
    record Sighting(String text, int at, String it) {}

    static Rule of(Trace.Kind kind, String shape) {
        return of(kind, shape, _ -> true);
    }

    static Rule of(Trace.Kind kind, String shape, Predicate<Sighting> holds) {
        return new Rule(kind, Pattern.compile(shape), holds, Everyday::plain);
    }

    static Rule amongDigits(Trace.Kind kind, String shape) {
        return amongDigits(kind, shape, _ -> true);
    }

    static Rule amongDigits(Trace.Kind kind, String shape, Predicate<Sighting> holds) {
        return new Rule(kind, Pattern.compile(shape), holds, Everyday::blanked);
    }

    /// A rule whose shape is written without accents and holds for words with them.
    static Rule amongPlainLetters(Trace.Kind kind, String shape) {
        return new Rule(kind, Pattern.compile(shape), _ -> true, Everyday::withoutAccents);
    }

    Stream<Trace> in(String text) {
        var looked = view.apply(text);
        return shape.matcher(looked)
                .results()
                .map(match -> sighting(looked, match))
                .filter(holds)
                .map(seen -> new Trace(
                        kind,
                        seen.at(),
                        text.substring(seen.at(), seen.at() + seen.it().length())));
    }

    private static Sighting sighting(String text, MatchResult match) {
        var named = match.namedGroups().get("it");
        var group = named == null || match.start(named) < 0 ? 0 : named;
        return new Sighting(text, match.start(group), match.group(group));
    }
}
