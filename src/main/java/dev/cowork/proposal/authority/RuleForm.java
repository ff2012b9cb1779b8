package dev.cowork.proposal.authority;

import dev.cowork.slack.Inbound;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Role;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the forms of [RuleModal] are read: the whole matrix as it shall be, or what is wrong, by field.
final class RuleForm {
    static final String ROLE = "role";
    static final String TITLE = "title";
    static final String MAY = "may";
    static final String KIND = "kind";
    static final String ALONE = "alone";
    static final String CURRENCY = "currency";
    static final String TOGETHER = "together";
    static final String TIER = "tier";
    static final String OUTSIDE = "outside";
    static final String COUNTS = "counts";
    static final String DAYS = "days";
    static final String KEEP = "keep";
    static final String ANY = "any";
    static final String YES = "yes";
    static final String NO = "no";
    private static final int MOST_DAYS = 366;

    private RuleForm() {}

    /// Which version a form was made from, and which of its rules or caps; 0 for a new one.
    record Place(int version, int number) {
        String hidden() {
            return version + "|" + number;
        }

        static Place read(String hidden) {
            var parts = hidden.split("\\|", 2);
            return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean isNew() {
            return number == 0;
        }
    }

    sealed interface Parsed {
        /// @param change in words: what is different
        record Good(Matrix matrix, String change) implements Parsed {}

        record Bad(Map<String, String> byBlock) implements Parsed {}
    }

    static Parsed rule(Inbound.Form form, Matrix from) {
        var place = Place.read(form.hidden());
        var lines = new ArrayList<>(from.lines());
        if (form.value(KEEP).equals(NO)) {
            var gone = lines.remove(place.number() - 1);
            return good(from, lines, from.caps(), "Removed rule " + place.number() + ": " + Told.line(gone));
        }
        var wrong = new LinkedHashMap<String, String>();
        var line = line(form, wrong);
        if (wrong.isEmpty()) {
            IntStream.range(0, lines.size())
                    .filter(at -> at != place.number() - 1 && lines.get(at).collidesWith(line.orElseThrow()))
                    .findFirst()
                    .ifPresent(at -> wrong.put(KIND, "Rule " + (at + 1) + " speaks of the same. Change that one."));
            if (place.isNew() && lines.size() >= Matrix.MOST_LINES) {
                wrong.put(ROLE, "There are " + Matrix.MOST_LINES + " rules, more cannot be shown. Remove one first.");
            }
        }
        if (!wrong.isEmpty()) {
            return new Parsed.Bad(wrong);
        }
        if (place.isNew()) {
            lines.add(line.orElseThrow());
            return good(from, lines, from.caps(), "New rule " + lines.size() + ": " + Told.line(line.orElseThrow()));
        }
        var before = lines.set(place.number() - 1, line.orElseThrow());
        return good(
                from,
                lines,
                from.caps(),
                "Rule %d: %s → %s".formatted(place.number(), Told.line(before), Told.line(line.orElseThrow())));
    }

    static Parsed cap(Inbound.Form form, Matrix from) {
        var place = Place.read(form.hidden());
        var caps = new ArrayList<>(from.caps());
        if (form.value(KEEP).equals(NO)) {
            return good(from, from.lines(), caps, "Removed a cap: " + Told.cap(caps.remove(place.number() - 1)));
        }
        var wrong = new LinkedHashMap<String, String>();
        var most = money(form, ALONE, wrong);
        var days = days(form.value(DAYS));
        if (days.isEmpty()) {
            wrong.put(DAYS, "Write a number of days from 1 to " + MOST_DAYS + ".");
        }
        if (place.isNew() && caps.size() >= Matrix.MOST_CAPS) {
            wrong.put(COUNTS, "There are " + Matrix.MOST_CAPS + " caps, more cannot be shown. Remove one first.");
        }
        if (!wrong.isEmpty()) {
            return new Parsed.Bad(wrong);
        }
        var cap = new Cap(
                Cap.Counts.valueOf(upper(form, COUNTS)),
                May.valueOf(upper(form, MAY)),
                most.orElseThrow().currency().getCurrencyCode(),
                most.orElseThrow().minor(),
                days.orElseThrow());
        if (IntStream.range(0, caps.size())
                .anyMatch(at -> at != place.number() - 1 && caps.get(at).collidesWith(cap))) {
            return new Parsed.Bad(Map.of(DAYS, "There is a cap on the same already. Change that one."));
        }
        if (place.isNew()) {
            caps.add(cap);
            return good(from, from.lines(), caps, "New cap: " + Told.cap(cap));
        }
        var before = caps.set(place.number() - 1, cap);
        return good(from, from.lines(), caps, "A cap: " + Told.cap(before) + " → " + Told.cap(cap));
    }

    private static Optional<Line> line(Inbound.Form form, Map<String, String> wrong) {
        var role = Role.valueOf(upper(form, ROLE));
        var may = May.valueOf(upper(form, MAY));
        var kind = Covers.valueOf(upper(form, KIND));
        if (role == Role.AGENT && may == May.APPROVE) {
            wrong.put(MAY, "Agents decide nothing of what others ask for. Choose “Grant alone”, or another role.");
        }
        if (kind == Covers.ESCALATION && may == May.GRANT_ALONE) {
            wrong.put(MAY, "Nobody takes on their own escalation. Choose “Approve”.");
        }
        var outside = Outside.of(form.value(OUTSIDE)).orElse(Outside.WITHIN);
        var tier = Tier.of(form.value(TIER)).orElse(null);
        if (kind == Covers.ESCALATION) {
            return Optional.of(new Line(role, form.value(TITLE), may, kind, tier, outside, null, null, null));
        }
        var alone = money(form, ALONE, wrong);
        var together = form.value(TOGETHER).isEmpty() ? Optional.<Money>empty() : money(form, TOGETHER, wrong);
        if (together.isPresent() && may == May.GRANT_ALONE) {
            wrong.put(TOGETHER, "Only approvals can be by two people. Leave it empty.");
        } else if (together.isPresent()
                && alone.filter(it -> !it.isWithin(together.orElseThrow())).isPresent()) {
            wrong.put(TOGETHER, "Two people must be able to approve at least what one can.");
        }
        return alone.map(it -> new Line(
                role,
                form.value(TITLE),
                may,
                kind,
                tier,
                outside,
                it.currency().getCurrencyCode(),
                it.minor(),
                together.map(Money::minor).orElse(null)));
    }

    private static Optional<Money> money(Inbound.Form form, String block, Map<String, String> wrong) {
        var currency = currency(form.value(CURRENCY));
        if (currency.isEmpty()) {
            wrong.put(CURRENCY, "Write the currency's three letters, such as USD or EUR.");
        }
        var amount = Money.parse(
                form.value(block), currency.map(Currency::getCurrencyCode).orElse("USD"));
        if (amount.isEmpty()) {
            wrong.put(block, "Write an amount such as 150 or 150.00.");
        }
        return currency.isEmpty() ? Optional.empty() : amount;
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> days(String words) {
        return words.matches("\\d{1,3}")
                ? Optional.of(Integer.valueOf(words)).filter(it -> it >= 1 && it <= MOST_DAYS)
                : Optional.empty();
    }

    private static Parsed good(Matrix from, List<Line> lines, List<Cap> caps, String change) {
        return new Parsed.Good(new Matrix(from.version(), lines, caps), change);
    }

    private static String upper(Inbound.Form form, String block) {
        return form.value(block).toUpperCase(Locale.ROOT);
    }
}
