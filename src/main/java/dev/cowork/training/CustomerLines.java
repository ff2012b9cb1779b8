package dev.cowork.training;

import dev.cowork.playbook.Page;
import java.util.Map;
import java.util.stream.Collectors;

/// What the customer says by the files, in the language of the drill: `training/customer-de.md` for German. How their
/// temper is called: `training/moods.md`.
final class CustomerLines {
    private static final Map<String, Page> PAGES = SignBook.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    SignBook::language, book -> TextFile.page("customer-" + book.language())));
    private static final Page MOODS = TextFile.page("moods");

    private CustomerLines() {}

    /// @param turn counted from 1; neighbouring turns get different lines
    static String line(Drill drill, Temper temper, int turn, boolean tells) {
        var language = SignBook.of(drill.firstWords()).getFirst().language();
        var lines = PAGES.get(language).part(String.valueOf(temper.value())).items();
        var said = lines.get((turn - 1) % lines.size()).replace("{goal}", drill.goal());
        return tells ? drill.unsaid() + " " + said : said;
    }

    static String mood(Temper temper) {
        return MOODS.part("moods").items().get(temper.value());
    }
}
