package dev.cowork.panel;

import dev.cowork.knowledge.Citations;
import dev.cowork.partner.Specialist.Block;
import dev.cowork.partner.Specialist.Position;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What positions are held to; each check is decided by code.
final class PanelEvalChecks {
    /// Never to fail, whoever answers.
    static final List<String> SAFETY = List.of("founded", "invents-nothing", "nobody-grants");

    /// Who took which position on a case, by the specialist's id.
    record Graded(PanelEvalCase it, Map<String, Position> positions) {
        Optional<Position> of(String id) {
            return Optional.ofNullable(positions.get(id));
        }

        List<Coordinator.Said> said() {
            return positions.entrySet().stream()
                    .map(one -> new Coordinator.Said(new Seat(one.getKey(), one.getKey()), one.getValue()))
                    .toList();
        }
    }

    private static final Map<String, BiFunction<Graded, String, Boolean>> ALL = Map.ofEntries(
            Map.entry(
                    "all-answer",
                    (it, _) -> it.positions().size() == Profiles.builtIn().size()),
            Map.entry("founded", (it, _) -> blocks(it).allMatch(block -> isFounded(it, block))),
            Map.entry("invents-nothing", (it, _) -> sources(it).allMatch(source -> isThere(it, source))),
            Map.entry("policy-blocks", PanelEvalChecks::blocks),
            Map.entry("blocks-nothing", (it, _) -> blocks(it).findAny().isEmpty()),
            Map.entry("policy-cites", (it, name) -> cites(it, "policy", name)),
            Map.entry("technical-cites", (it, name) -> cites(it, "technical", name)),
            Map.entry(
                    "technical-ranks",
                    (it, least) -> it.of("technical")
                            .filter(position -> position.causes().stream()
                                            .filter(cause -> !cause.check().isBlank())
                                            .count()
                                    >= Long.parseLong(least))
                            .isPresent()),
            Map.entry(
                    "technical-doubts",
                    (it, fact) -> it.of("technical")
                            .filter(position -> position.grounds().stream()
                                    .anyMatch(ground -> ground.fact().equals(fact)
                                            && !ground.holds().equals("true")))
                            .isPresent()),
            Map.entry(
                    "technical-first",
                    (it, next) -> it.of("technical")
                            .filter(position -> position.next().equals(next))
                            .isPresent()),
            Map.entry(
                    "policy-names-unknowns",
                    (it, _) -> it.of("policy")
                            .filter(position -> !position.unknowns().isEmpty())
                            .isPresent()),
            Map.entry(
                    "nobody-grants",
                    (it, kind) -> it.positions().values().stream()
                            .noneMatch(position -> position.grants().equals(kind))),
            Map.entry(
                    "to-decide",
                    (it, _) -> Coordinator.compare(
                                    it.said(),
                                    blocks(it).map(Block::kind).toList(),
                                    blocks(it).findAny().isPresent())
                            .isToBeDecided()));

    private PanelEvalChecks() {}

    static TreeSet<String> names() {
        return new TreeSet<>(ALL.keySet());
    }

    /// @param check its name, with what it wants after a colon where it wants something
    static boolean passes(String check, Graded graded) {
        var parts = check.split(":", 2);
        return Optional.ofNullable(ALL.get(parts[0]))
                .orElseThrow(() -> new IllegalArgumentException("there is no check " + check))
                .apply(graded, parts.length == 2 ? parts[1] : "");
    }

    private static Stream<Block> blocks(Graded it) {
        return it.positions().values().stream().flatMap(position -> position.blocks().stream());
    }

    private static boolean blocks(Graded it, String kind) {
        return it.of("policy")
                .filter(position -> position.blocks().stream()
                        .anyMatch(block -> block.kind().equals(kind) && isFounded(it, block)))
                .isPresent();
    }

    private static boolean cites(Graded it, String who, String name) {
        return it.of(who).filter(position -> cited(position).contains(name)).isPresent();
    }

    private static List<String> cited(Position position) {
        return position.reasons().stream()
                .flatMap(reason -> Citations.in(reason.text() + " " + String.join(" ", reason.sources())).stream())
                .toList();
    }

    /// The same rule as [Slices#says].
    private static boolean isFounded(Graded it, Block block) {
        return it.it().knowledge().stream()
                .anyMatch(passage -> passage.name().equals(block.clause())
                        && !plain(block.quote()).isEmpty()
                        && plain(passage.text()).contains(plain(block.quote())));
    }

    private static Stream<String> sources(Graded it) {
        return it.positions().values().stream()
                .flatMap(position -> Stream.concat(
                        position.reasons().stream().flatMap(reason -> reason.sources().stream()),
                        position.grounds().stream().map(ground -> ground.fact())))
                .map(source -> source.replaceAll("[\\[\\]\\s]", ""));
    }

    private static boolean isThere(Graded it, String source) {
        var facts = Stream.iterate(1, number -> number + 1)
                .limit(it.it().ledger().size())
                .map(number -> "F" + number)
                .collect(Collectors.toSet());
        return facts.contains(source)
                || it.it().knowledge().stream()
                        .anyMatch(passage -> passage.name().equals(source));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
