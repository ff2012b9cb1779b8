package dev.cowork.session;

import dev.cowork.partner.Answer;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Partner;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Leads the cases of [EvalCase] with a partner and grades every answer, as the program would tell and read them.
final class Evaluation {
    private final Partner partner;
    private final Consumer<Brief> hearing;

    /// @param hearing is told what is asked, before it is
    Evaluation(Partner partner, Consumer<Brief> hearing) {
        this.partner = partner;
        this.hearing = hearing;
    }

    /// One check of one answer.
    ///
    /// @param problem empty where it passed
    /// @param excerpt the beginning of what was answered
    record Grade(String kind, String id, int step, String check, Optional<String> problem, String excerpt) {
        boolean isPassed() {
            return problem.isEmpty();
        }
    }

    /// A case led to its end, or as far as there were answers.
    ///
    /// @param failure why there was no answer; empty where there always was one
    record Led(List<Grade> grades, Optional<String> failure, Answer.Usage usage) {}

    /// All cases, several at once.
    List<Led> all(int atOnce) {
        var cases = EvalCase.KINDS.stream()
                .flatMap(kind -> EvalCase.ofKind(kind).stream().<Callable<Led>>map(it -> () -> led(kind, it)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var led = new ArrayList<Led>();
            for (var one : threads.invokeAll(cases)) {
                led.add(one.get());
            }
            return led;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the evaluation was broken off", ended);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a case could not be led", broken.getCause());
        }
    }

    Led led(String kind, EvalCase it) {
        var grades = new ArrayList<Grade>();
        var past = new ArrayList<Brief.Exchange>();
        var answers = new ArrayList<Answer>();
        var usage = Answer.Usage.NONE;
        for (var step = 0; step < it.talk().size(); step++) {
            var words = words(it, step);
            var brief = new Brief(
                    new WorkspaceId("TEVAL"),
                    "eval-" + it.id(),
                    opening(kind, it),
                    it.fields(),
                    authority(it),
                    past,
                    words,
                    it.company(step));
            try {
                hearing.accept(brief);
                var answer = partner.reply(brief, _ -> {});
                var graded = new EvalGraded(kind, it, step, answer, List.copyOf(answers));
                for (var check : it.talk().get(step).checks()) {
                    grades.add(new Grade(
                            kind, it.id(), step + 1, check, EvalChecks.problem(check, graded), excerpt(answer)));
                }
                usage = plus(usage, answer.usage());
                answers.add(answer);
                past.add(new Brief.Exchange(words, Optional.of(answer.record())));
            } catch (PartnerUnavailableException none) {
                return new Led(grades, Optional.of(it.id() + ": " + none.kind()), usage);
            }
        }
        return new Led(grades, Optional.empty(), usage);
    }

    /// What the program adds to the agent's words: the same lines, by the same rules.
    private static String words(EvalCase it, int step) {
        var words = new StringBuilder(it.talk().get(step).says());
        var told = it.toldUpTo(step);
        var earlier = step == 0 ? "" : it.toldUpTo(step - 1);
        var isNewRepeat =
                RepeatWords.in(told).isPresent() && RepeatWords.in(earlier).isEmpty();
        if (isNewRepeat) {
            words.append("\n\n").append(SeeingRepeat.LINE);
        }
        if (step == 0) {
            CustomersWords.in(it.fields()).stream()
                    .flatMap(passage -> Language.of(passage).stream())
                    .filter(language -> !language.code().equals("en"))
                    .findFirst()
                    .ifPresent(language -> words.append("\n\n").append(CustomersLanguage.line(language)));
        }
        return words.toString();
    }

    private static String opening(String kind, EvalCase it) {
        return it.situation().isEmpty() ? NewSession.TEXT : kind;
    }

    private static String authority(EvalCase it) {
        return "The agent may grant up to " + it.limit().shown() + " alone. A supervisor may grant up to "
                + EvalCase.SUPERVISOR.shown() + "; above that two people must approve.";
    }

    private static String excerpt(Answer answer) {
        var text = answer.text().strip().replaceAll("\\s+", " ");
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }

    private static Answer.Usage plus(Answer.Usage one, Answer.Usage other) {
        return new Answer.Usage(
                one.input() + other.input(), one.cachedInput() + other.cachedInput(), one.output() + other.output());
    }
}
