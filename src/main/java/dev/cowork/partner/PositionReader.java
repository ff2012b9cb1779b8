package dev.cowork.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.partner.Specialist.Ability;
import dev.cowork.partner.Specialist.Block;
import dev.cowork.partner.Specialist.Ground;
import dev.cowork.partner.Specialist.Position;
import dev.cowork.partner.Specialist.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a position of the form a specialist filled in. What is not theirs to do is left out.
final class PositionReader {
    static final List<String> NEXT = List.of("answer_now", "ask_customer", "check_first", "escalate", "no_view");
    static final List<String> GRANTS = Stream.of(List.of("nothing", "no_view"), MoveReader.REMEDIES)
            .flatMap(List::stream)
            .toList();
    static final List<String> BLOCKED = Stream.of(List.of("other"), MoveReader.REMEDIES)
            .flatMap(List::stream)
            .toList();
    private static final List<String> HOLDS = List.of("true", "false", "unsure");
    private static final int MOST = 8;

    private PositionReader() {}

    /// @throws UnfitInputException where it is no position; says why
    static Position read(JsonNode node, Set<Ability> abilities) {
        if (!node.isObject()) {
            throw new UnfitInputException("its input is no JSON object");
        }
        var input = new Input(node);
        return new Position(
                input.needed("recommendation"),
                input.oneOf("next", NEXT),
                input.oneOf("grants", GRANTS),
                input.text("amount"),
                input.between(1, MOST, "reasons", PositionReader::reason),
                confidence(input),
                first(input.texts("unknowns")),
                first(input.texts("would_change")),
                input.between(0, 40, "grounds", PositionReader::ground).stream()
                        .filter(ground -> ground.fact().matches("F\\d{1,3}"))
                        .toList(),
                abilities.contains(Ability.CAUSES) ? input.between(0, 12, "causes", PositionReader::cause) : List.of(),
                abilities.contains(Ability.BLOCK)
                        ? input.between(0, MOST, "blocks", PositionReader::block)
                        : List.of());
    }

    private static int confidence(Input input) {
        var said = input.text("confidence");
        if (!said.matches("[1-5]")) {
            throw new UnfitInputException("confidence is not a number from 1 to 5");
        }
        return Integer.parseInt(said);
    }

    private static List<String> first(List<String> all) {
        return all.stream().limit(MOST).toList();
    }

    private static Reason reason(Input input) {
        return new Reason(input.needed("text"), first(input.texts("sources")));
    }

    private static Ground ground(Input input) {
        return new Ground(input.text("fact").toUpperCase(Locale.ROOT), holds(input), input.text("why"));
    }

    private static String holds(Input input) {
        return input.node().path("holds").isBoolean()
                ? input.node().path("holds").asText()
                : input.oneOf("holds", HOLDS);
    }

    private static Move.RankCauses.Cause cause(Input input) {
        return new Move.RankCauses.Cause(input.needed("cause"), input.text("check"));
    }

    private static Block block(Input input) {
        return new Block(
                input.needed("what"),
                input.oneOf("kind", BLOCKED),
                input.text("clause").replaceAll("[\\[\\]]", ""),
                input.text("quote"));
    }
}
