package dev.cowork.partner;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people said to the partner, without the lines in brackets that tell what happened beside the talk.
final class Spoken {
    private static final Pattern SENT =
            Pattern.compile("^\\[<@[A-Z0-9]+> sent this to a supervisor:", Pattern.MULTILINE);
    /// A draft edited by hand stands after its line, with blank lines of its own: where it ends, nobody can tell.
    private static final Pattern EDITED = Pattern.compile("^\\[[^\\]\\n]*now reads:][\\s\\S]*", Pattern.MULTILINE);
    private static final Pattern AGAIN = Pattern.compile("^\\[Asked for again: ", Pattern.MULTILINE);
    private static final Pattern DUE = Pattern.compile(
            "^(?:\\[(?:<@[A-Z0-9]+> sent this to a supervisor|Asked for again): .* An answer is (?:due|needed)"
                    + "|.*The decision is due) within (\\d+ (?:hours?|minutes?))\\b",
            Pattern.MULTILINE);
    private static final Pattern DECISION = Pattern.compile("^\\[decision] .*(?:\\R.+)*", Pattern.MULTILINE);
    private static final Pattern EVENT = Pattern.compile("^\\[[^\\]]*]", Pattern.MULTILINE);
    private static final Pattern UNKNOWN = Pattern.compile("^\\[Still unknown: ([^\\]]+)]", Pattern.MULTILINE);
    private static final Pattern SPEAKER = Pattern.compile("^<@[A-Z0-9]+>: ", Pattern.MULTILINE);

    private Spoken() {}

    static String in(String words) {
        var said = EDITED.matcher(words).replaceAll("");
        said = DECISION.matcher(said).replaceAll("");
        said = EVENT.matcher(said).replaceAll("");
        return SPEAKER.matcher(said).replaceAll("").strip();
    }

    /// Whether the words report that what nobody had decided was asked for again.
    static boolean tellsOfAskingAgain(String words) {
        return AGAIN.matcher(words).find();
    }

    /// What the words say that nobody knows yet.
    static List<String> stillUnknown(String words) {
        return UNKNOWN.matcher(words)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(" [|] ")))
                .toList();
    }

    /// Whether the words report that something was put to a supervisor.
    static boolean tellsOfSending(String words) {
        return SENT.matcher(words).find();
    }

    /// In which time somebody was last said to answer.
    static Optional<String> due(String words) {
        return DUE.matcher(words).results().map(found -> found.group(1)).reduce((_, later) -> later);
    }
}
