package dev.cowork.training;

import java.util.Optional;
import java.util.regex.Pattern;

/// Finds a persona that left its part: gone soft although its temper is high, or speaking of the drill.
final class PersonaGuard {
    private static final Pattern SOFT = Signs.shapes("soft");
    private static final Pattern HARD = Signs.shapes("hard");
    private static final Pattern OUT = Signs.shapes("out of part");

    private PersonaGuard() {}

    /// What to say to whoever played it; empty where all is well.
    static Optional<String> correction(String line, Temper temper) {
        if (OUT.matcher(line).find()) {
            return Optional.of("You stepped out of the part: you are the customer and know nothing of a drill.");
        }
        var isSoft = temper.isHot() && hits(SOFT, line) > hits(HARD, line);
        return isSoft
                ? Optional.of(
                        "You went soft: at this temper the customer neither thanks nor forgives nor waits gladly.")
                : Optional.empty();
    }

    private static long hits(Pattern shapes, String line) {
        return shapes.matcher(line.replace('’', '\'')).results().count();
    }
}
