package dev.cowork.training;

import dev.cowork.playbook.Page;

/// What the customer says by the files, and how their temper is called: `training/customer.md`.
final class CustomerLines {
    private static final Page PAGE = TextFile.page("customer");

    private CustomerLines() {}

    /// @param turn counted from 1; neighbouring turns get different lines
    static String line(Drill drill, Temper temper, int turn, boolean tells) {
        var lines = PAGE.part(String.valueOf(temper.value())).items();
        var said = lines.get((turn - 1) % lines.size()).replace("{goal}", drill.goal());
        return tells ? drill.unsaid() + " " + said : said;
    }

    static String mood(Temper temper) {
        return PAGE.part("moods").items().get(temper.value());
    }
}
