package dev.cowork.training;

import dev.cowork.partner.Practice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A coached drill as it goes: hears what the trainee writes, one message after the other, and says what comes next and
/// at which rung. The same messages bring the same lesson, so nothing of it needs to be kept but the messages.
final class Lesson {
    enum Rung {
        ASK,
        HINT,
        TELL,
        DONE
    }

    /// @param words what the coach says, by the files
    /// @param secret what must not be given away at this rung
    record Next(Rung rung, String words, List<String> secret) {
        @Override
        public String toString() {
            return "Next[" + rung + "]";
        }
    }

    /// A message of the trainee's.
    ///
    /// @param declared what the partner found in it, by name
    record Heard(String words, Practice.Seen declared) {
        @Override
        public String toString() {
            return "Heard[" + declared + "]";
        }
    }

    private static final int MOST_DRAFTS = 6;

    private final Drill drill;
    private final Help help;
    private final Set<String> settled = new HashSet<>();
    private final List<Heard> drafts = new ArrayList<>();
    private final EnumMap<Step, Integer> asked = new EnumMap<>(Step.class);
    private int at;
    private int tries;
    private boolean hasBegun;

    Lesson(Drill drill, Help help) {
        this.drill = drill;
        this.help = help;
        this.at = help == Help.LITTLE ? drill.asks().size() : 0;
    }

    static Lesson after(Drill drill, Help help, List<Heard> before) {
        var lesson = new Lesson(drill, help);
        before.forEach(lesson::hear);
        return lesson;
    }

    /// What may be found in the next message, by name, as the partner is asked.
    Map<String, String> things() {
        if (isWriting()) {
            return StrictReading.things();
        }
        var things = new LinkedHashMap<String, String>();
        open().forEach(point ->
                things.put(nameOf(point), "The agent answers this: " + point.question() + " (" + point.tell() + ")"));
        return things;
    }

    boolean isWriting() {
        return at >= drill.asks().size();
    }

    /// The drafts so far, oldest first, each with what it shows.
    List<Seen> drafts() {
        return drafts.stream().map(this::seen).toList();
    }

    List<String> draftWords() {
        return drafts.stream().map(Heard::words).toList();
    }

    Next hear(Heard heard) {
        if (isWriting()) {
            hasBegun = true;
            return review(heard);
        }
        var good = settle(heard);
        if (!hasBegun) {
            hasBegun = true;
            return first();
        }
        var needed = open().stream().filter(Drill.Point::isNeeded).toList();
        if (needed.isEmpty()) {
            return onwards(good, "");
        }
        tries++;
        return lead(needed);
    }

    private Next first() {
        return help == Help.SOME
                ? new Next(Rung.ASK, Coaching.say("open", Map.of()), secretsOf(open()))
                : new Next(Rung.ASK, drill.asks().get(at).asking(open()), secretsOf(open()));
    }

    /// One rung higher for what is still open.
    private Next lead(List<Drill.Point> needed) {
        var rung = help == Help.SOME && at == 0 ? tries - 1 : tries;
        return switch (rung) {
            case 0 -> new Next(Rung.ASK, drill.asks().get(at).asking(open()), secretsOf(open()));
            case 1 -> new Next(Rung.HINT, needed.getFirst().hint(), secretsOf(needed));
            default -> onwards("", needed.stream().map(Drill.Point::tell).collect(Collectors.joining(" ")));
        };
    }

    /// To the next round, after what was found or told.
    private Next onwards(String good, String told) {
        at++;
        tries = 0;
        var next = isWriting() ? drill.write() : drill.asks().get(at).asking(open());
        var lead = told.isEmpty() ? good : told;
        var words = lead.isEmpty()
                ? next
                : lead + (next.startsWith("But ") || next.startsWith("Now ") ? " " : "\n\n") + next;
        return new Next(
                told.isEmpty() ? Rung.ASK : Rung.TELL,
                words,
                isWriting() ? List.of(drill.goodReply()) : secretsOf(open()));
    }

    /// Marks what the message found; gives back what the coach says to the last of it.
    private String settle(Heard heard) {
        var good = "";
        for (var point : open()) {
            if (point.known().isIn(heard.words())
                    || heard.declared().sentences().containsKey(nameOf(point))) {
                settled.add(nameOf(point));
                good = point.good().isEmpty() ? good : point.good();
            }
        }
        return good;
    }

    private Next review(Heard heard) {
        drafts.add(heard);
        var seen = seen(heard);
        var missing = drill.needs().stream()
                .filter(step -> !seen.steps().contains(step))
                .toList();
        if ((missing.isEmpty() && seen.faults().isEmpty()) || drafts.size() >= MOST_DRAFTS) {
            return new Next(
                    Rung.DONE,
                    Coaching.say(
                            missing.isEmpty() ? "good" : "enough",
                            Map.of("why", drill.why(), "reply", drill.goodReply())),
                    List.of());
        }
        if (missing.isEmpty()) {
            return fault(seen.faults().entrySet().iterator().next());
        }
        return step(missing.getFirst());
    }

    private static Next fault(Map.Entry<Fault, String> fault) {
        return new Next(
                Rung.ASK,
                Coaching.say(
                        "fault",
                        Map.of(
                                "sentence",
                                fault.getValue(),
                                "fault",
                                fault.getKey().shown())),
                List.of());
    }

    private Next step(Step step) {
        var rung = asked.merge(step, 1, Integer::sum);
        var secret = List.of(drill.goodReply());
        return switch (rung) {
            case 1 -> new Next(Rung.ASK, said(step, "ask"), secret);
            case 2 -> new Next(Rung.HINT, said(step, "hint"), secret);
            default ->
                new Next(Rung.TELL, said(step, "tell").replace("{example}", "“" + example(step) + "”"), List.of());
        };
    }

    private static String said(Step step, String rung) {
        return Coaching.line(step, rung) + " " + Coaching.say("after " + rung, Map.of());
    }

    private String example(Step step) {
        return Signs.in(drill.goodReply(), drill.story(), List.of())
                .earning(step)
                .orElse(drill.goodReply());
    }

    private Seen seen(Heard heard) {
        return StrictReading.of(Signs.in(heard.words(), drill.story(), List.of()), heard.declared());
    }

    private List<Drill.Point> open() {
        return isWriting()
                ? List.of()
                : drill.asks().get(at).points().stream()
                        .filter(point -> !settled.contains(nameOf(point)))
                        .toList();
    }

    private String nameOf(Drill.Point point) {
        return "point " + (at + 1) + "." + (drill.asks().get(at).points().indexOf(point) + 1);
    }

    private static List<String> secretsOf(List<Drill.Point> points) {
        return points.stream().map(Drill.Point::tell).toList();
    }
}
