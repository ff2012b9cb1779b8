package dev.cowork.training;

import dev.cowork.playbook.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Reads a drill from its text; `docs/drills.md` says how one is written.
final class DrillFile {
    private DrillFile() {}

    /// A drill that cannot be read; the message says where and why.
    static final class UnreadableDrillException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableDrillException(String drill, String why) {
            super("the drill " + drill + " cannot be read: " + why);
        }
    }

    /// @throws UnreadableDrillException where something is missing or wrong
    static Drill read(String id, String text) {
        var page = Page.of(id, text);
        var head = lines(body(id, page, "drill"));
        return new Drill(
                id,
                needed(id, head, "title"),
                needed(id, head, "kind"),
                needed(id, head, "customer"),
                temper(id, needed(id, head, "temper")),
                needs(id, needed(id, head, "needs")),
                body(id, page, "situation"),
                body(id, page, "customer says"),
                body(id, page, "goal"),
                body(id, page, "history"),
                body(id, page, "not said"),
                page.has("unlocked by") ? mention(id, body(id, page, "unlocked by")) : Mention.NEVER,
                page.parts().stream()
                        .filter(part -> part.title().equals("ask"))
                        .map(part -> ask(id, part))
                        .toList(),
                body(id, page, "write"),
                body(id, page, "good reply"),
                body(id, page, "why"),
                text);
    }

    private static Drill.Ask ask(String id, Page.Part part) {
        return new Drill.Ask(
                part.body(),
                part.parts().stream().map(below -> point(id, below)).toList());
    }

    private static Drill.Point point(String id, Page.Part part) {
        var lines = lines(part.body());
        return new Drill.Point(
                part.title(),
                mention(id, needed(id, lines, "known")),
                needed(id, lines, "hint"),
                needed(id, lines, "tell"),
                lines.getOrDefault("good", ""),
                !lines.containsKey("optional"));
    }

    private static String body(String id, Page page, String heading) {
        return page.parts().stream()
                .filter(part -> part.title().equals(heading))
                .map(Page.Part::body)
                .filter(body -> !body.isBlank())
                .findFirst()
                .orElseThrow(() -> new UnreadableDrillException(id, "it has nothing under \"# " + heading + "\""));
    }

    private static Map<String, String> lines(String body) {
        return body.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        line -> line[0].strip(), line -> line.length == 2 ? line[1].strip() : "", (one, _) -> one));
    }

    private static String needed(String id, Map<String, String> lines, String name) {
        var value = lines.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new UnreadableDrillException(id, "it does not say \"" + name + ": …\"");
        }
        return value;
    }

    private static Temper temper(String id, String value) {
        if (!value.matches("[1-5]")) {
            throw new UnreadableDrillException(id, "its temper is \"" + value + "\", not a number from 1 to 5");
        }
        return new Temper(Integer.parseInt(value));
    }

    private static List<Step> needs(String id, String value) {
        return List.of(value.split(",")).stream()
                .map(word -> Step.of(word)
                        .orElseThrow(() -> new UnreadableDrillException(
                                id, "it needs \"" + word.strip() + "\", which is no step of HEARD")))
                .sorted()
                .toList();
    }

    private static Mention mention(String id, String source) {
        try {
            return Mention.of(source);
        } catch (PatternSyntaxException broken) {
            throw new UnreadableDrillException(id, "\"" + source + "\" is no pattern");
        }
    }
}
