package dev.cowork.impact.dashboard;

import dev.cowork.workspace.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One field of a table: what is read, and the number behind it for charts and spreadsheets.
///
/// @param number null where there is none, or it is not shown
record Cell(String text, @Nullable Double number) {
    static final String BETTER = "better";
    static final String WORSE = "worse";
    static final Cell NONE = new Cell("–", null);

    static Cell of(String words) {
        return new Cell(words, null);
    }

    static Cell of(long number) {
        return new Cell(String.format(Locale.US, "%,d", number), (double) number);
    }

    /// A share as hundredths; nothing where nothing is known.
    static Cell percent(long known, double share) {
        return known == 0 ? NONE : new Cell(round(100 * share, 1) + " %", rounded(100 * share));
    }

    static Cell decimal(long known, double value) {
        return known == 0 ? NONE : new Cell(round(value, 1), rounded(value));
    }

    static Cell signed(double value, String unit) {
        return new Cell((value > 0 ? "+" : "") + round(value, 1).replace('-', '−') + unit, rounded(value));
    }

    /// Of minutes, in the unit in which people would say it.
    static Cell time(double minutes) {
        var words = minutes < 120
                ? round(minutes, 0) + " min"
                : minutes < 48 * 60 ? round(minutes / 60, 1) + " h" : round(minutes / 60 / 24, 1) + " days";
        return new Cell(words, (double) Math.round(minutes));
    }

    static Cell money(Money money) {
        return new Cell(money.shown(), Double.valueOf(money.amount()));
    }

    static String round(double value, int digits) {
        var written = String.format(Locale.US, "%,." + digits + "f", value);
        return written.matches("-0(\\.0+)?") ? written.substring(1) : written;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /// What the words are a sign of, for whoever looks only in passing; the words say it too.
    public String mark() {
        return text.equals(BETTER) ? "good" : text.equals(WORSE) ? "bad" : "";
    }

    public boolean isNumber() {
        return number != null;
    }

    /// For charts and spreadsheets; empty where there is no number.
    public String plain() {
        return number == null
                ? ""
                : number == Math.rint(number) ? String.valueOf(number.longValue()) : number.toString();
    }
}
