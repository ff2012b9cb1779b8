package dev.cowork.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a drill went, step by step of HEARD.
///
/// @param keep one thing that was good, by name of its step; empty where no step was earned
/// @param attempt one thing to try next time
record Scorecard(List<Mark> marks, String keep, String attempt) {
    /// @param sentence the trainee's, that earned the step, or that stood where it was missed; empty where they wrote
    ///     nothing
    record Mark(Step step, boolean isEarned, String sentence) {
        @Override
        public String toString() {
            return "Mark[" + step + (isEarned ? ", earned]" : ", missed]");
        }
    }

    /// @param messages all that the trainee wrote to the customer
    static Scorecard of(Drill drill, List<String> messages, List<Seen> seen) {
        var fault =
                seen.stream().flatMap(one -> one.faults().entrySet().stream()).findFirst();
        var opening = messages.stream()
                .flatMap(words -> Signs.sentences(words).stream())
                .findFirst()
                .orElse("");
        var marks = drill.needs().stream()
                .map(step -> seen.stream()
                        .flatMap(one -> one.earning(step).stream())
                        .findFirst()
                        .map(sentence -> new Mark(step, true, sentence))
                        .orElseGet(() -> new Mark(
                                step,
                                false,
                                against(step, seen)
                                        .or(() -> fault.map(Map.Entry::getValue))
                                        .orElse(opening))))
                .toList();
        var keep = marks.stream()
                .filter(Mark::isEarned)
                .findFirst()
                .map(mark -> Coaching.line(mark.step(), "keep"))
                .orElse("");
        return new Scorecard(marks, keep, attempt(marks, fault));
    }

    /// The sentence that did the opposite of a step.
    private static Optional<String> against(Step step, List<Seen> seen) {
        var opposite = switch (step) {
            case HEAR, EMPATHISE -> Fault.STOCK;
            case APOLOGISE -> Fault.BLAME;
            case RESOLVE, DIAGNOSE -> Fault.DELAY;
        };
        return seen.stream()
                .flatMap(one -> Optional.ofNullable(one.faults().get(opposite)).stream())
                .findFirst();
    }

    private static String attempt(List<Mark> marks, Optional<Map.Entry<Fault, String>> fault) {
        return marks.stream()
                .filter(mark -> !mark.isEarned())
                .findFirst()
                .map(mark -> Coaching.line(mark.step(), "try"))
                .orElseGet(() -> fault.map(it -> Coaching.say(
                                "without", Map.of("fault", it.getKey().shown(), "sentence", it.getValue())))
                        .orElseGet(() -> Coaching.say("next time", Map.of())));
    }

    long earned() {
        return marks.stream().filter(Mark::isEarned).count();
    }
}
