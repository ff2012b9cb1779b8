package dev.cowork.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.partner.Brief;
import dev.cowork.workspace.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A case of the evaluation: a session as an agent would lead it, and what each answer is held to. From the files under
/// `src/test/resources/eval`, one for each kind of opening.
///
/// @param amount what is at stake, such as `150 USD`; may be empty
/// @param situation the opening's form, label by label
/// @param knowledge what the company's knowledge has that fits
record EvalCase(
        String id,
        String amount,
        @JsonProperty("own_limit") String ownLimit,
        Map<String, String> situation,
        List<Passage> knowledge,
        List<Step> talk) {
    static final List<String> KINDS =
            List.of("difficult-customer", "complex-problem", "policy-gray-area", "high-value-customer", "training");
    /// What one supervisor may grant.
    static final Money SUPERVISOR = Money.parse("1000 USD").orElseThrow();

    /// What the agent says, and what the answer is held to: names of [EvalChecks], some with a value after a colon.
    record Step(String says, List<String> checks) {}

    record Passage(String name, String heading, String text, boolean internal) {
        Brief.Source source() {
            return new Brief.Source(name, heading, text, internal);
        }
    }

    /// What is found at first; asked again later, the same is found.
    Brief.Company company(int step) {
        var all = knowledge.stream().map(Passage::source).toList();
        return new Brief.Company("", step == 0 ? all : List.of(), _ -> all, "");
    }

    static List<EvalCase> ofKind(String kind) {
        try (var in = EvalCase.class.getResourceAsStream("/eval/" + kind + ".json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the cases of " + kind, broken);
        }
    }

    Money limit() {
        return Money.parse(ownLimit).orElseThrow();
    }

    Optional<Money> atStake() {
        return Money.parse(amount);
    }

    List<Brief.Field> fields() {
        var filled = situation.entrySet().stream().map(it -> new Brief.Field(it.getKey(), it.getValue()));
        var stake = atStake().stream().map(it -> new Brief.Field("AMOUNT AT STAKE", it.shown()));
        return Stream.concat(filled, stake).toList();
    }

    /// All that anybody told up to that step, the step included.
    String toldUpTo(int step) {
        return Stream.concat(
                        fields().stream().map(Brief.Field::text),
                        talk.subList(0, step + 1).stream().map(Step::says))
                .collect(Collectors.joining("\n"));
    }
}
