package dev.cowork.training;

import java.util.Optional;
import java.util.regex.Pattern;

/// Finds a persona that left its part: gone soft although its temper is high, or speaking of the drill.
final class PersonaGuard {
    private PersonaGuard() {}

    /// What to say to whoever played it; empty where all is well.
    static Optional<String> correction(String line, Temper temper) {
        var books = SignBook.of(Signs.straight(line));
        if (books.stream().anyMatch(book -> Signs.finds(book.outOfPart(), line))) {
            return Optional.of("You stepped out of the part: you are the customer and know nothing of a drill.");
        }
        var isSoft = temper.isHot()
                && books.stream().mapToLong(book -> hits(book.soft(), line)).sum()
                        > books.stream()
                                .mapToLong(book -> hits(book.hard(), line))
                                .sum();
        return isSoft
                ? Optional.of(
                        "You went soft: at this temper the customer neither thanks nor forgives nor waits gladly.")
                : Optional.empty();
    }

    private static long hits(Pattern shapes, String line) {
        return shapes.matcher(Signs.straight(line)).results().count();
    }
}
