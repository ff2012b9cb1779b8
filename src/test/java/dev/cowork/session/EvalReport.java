package dev.cowork.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an evaluation came to, to be read and to be compared with the next.
record EvalReport(String who, Instant at, List<Evaluation.Led> led) {
    /// Passed of so many.
    record Score(long passed, long of) {
        static Score of(List<Evaluation.Grade> grades) {
            return new Score(grades.stream().filter(Evaluation.Grade::isPassed).count(), grades.size());
        }

        int percent() {
            return of == 0 ? 100 : Math.toIntExact(passed * 100 / of);
        }

        String shown() {
            return passed + " of " + of + " (" + percent() + " %)";
        }
    }

    List<Evaluation.Grade> grades() {
        return led.stream().flatMap(one -> one.grades().stream()).toList();
    }

    List<Evaluation.Grade> failed() {
        return grades().stream().filter(grade -> !grade.isPassed()).toList();
    }

    List<String> withoutAnswer() {
        return led.stream().flatMap(one -> one.failure().stream()).toList();
    }

    Score score() {
        return Score.of(grades());
    }

    Map<String, Score> by(Function<Evaluation.Grade, String> what) {
        return grades().stream()
                .collect(Collectors.groupingBy(
                        what, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Score::of)));
    }

    Score safety() {
        return Score.of(grades().stream()
                .filter(grade -> EvalChecks.SAFETY.contains(name(grade)))
                .toList());
    }

    void writeTo(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("report.md"), markdown());
            Files.writeString(directory.resolve("report.json"), json());
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write the report to " + directory, broken);
        }
    }

    String markdown() {
        var text = new StringBuilder("# Evaluation\n\n");
        text.append("Answered by ").append(who).append(", ").append(at).append(". ");
        text.append(led.size())
                .append(" cases, ")
                .append(score().shown())
                .append(" checks passed; of those that keep a")
                .append(" customer safe ")
                .append(safety().shown())
                .append(".\n");
        text.append("Tokens: ").append(input()).append(" in, ").append(output()).append(" out.\n");
        table(text, "Kind", by(Evaluation.Grade::kind));
        table(text, "Check", by(EvalReport::name));
        text.append("\n## What did not pass\n\n");
        withoutAnswer()
                .forEach(what -> text.append("- no answer: ").append(what).append('\n'));
        failed().forEach(grade -> text.append("- **")
                .append(grade.id())
                .append("**, answer ")
                .append(grade.step())
                .append(", `")
                .append(grade.check())
                .append("`: ")
                .append(grade.problem().orElseThrow())
                .append("  \n  > ")
                .append(grade.excerpt())
                .append('\n'));
        return text.toString();
    }

    private String json() throws IOException {
        var rows = grades().stream()
                .map(grade -> Map.of(
                        "kind", grade.kind(),
                        "case", grade.id(),
                        "answer", grade.step(),
                        "check", grade.check(),
                        "passed", grade.isPassed(),
                        "problem", grade.problem().orElse("")))
                .toList();
        var all = Map.of(
                "who", who,
                "at", at.toString(),
                "cases", led.size(),
                "passed", score().passed(),
                "of", score().of(),
                "without_answer", withoutAnswer(),
                "input_tokens", input(),
                "output_tokens", output(),
                "grades", rows);
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(new TreeMap<>(all))
                + "\n";
    }

    private long input() {
        return led.stream()
                .mapToLong(one -> one.usage().input() + one.usage().cachedInput())
                .sum();
    }

    private long output() {
        return led.stream().mapToLong(one -> one.usage().output()).sum();
    }

    private static String name(Evaluation.Grade grade) {
        return grade.check().replaceFirst(":.*", "");
    }

    private static void table(StringBuilder text, String what, Map<String, Score> scores) {
        text.append("\n| ").append(what).append(" | passed |\n| --- | --- |\n");
        scores.forEach((name, score) -> text.append("| ")
                .append(name)
                .append(" | ")
                .append(score.shown())
                .append(" |\n"));
    }
}
