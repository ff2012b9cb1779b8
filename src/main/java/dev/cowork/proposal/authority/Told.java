package dev.cowork.proposal.authority;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.Role;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The matrix in words, without markup.
final class Told {
    private Told() {}

    /// `Supervisor may approve any compensation up to $1,000.00, two people above that; any customer, …`.
    static String line(Line line) {
        return "%s may %s %s%s; %s, %s"
                .formatted(
                        who(line),
                        may(line.may()),
                        kind(line.kind()),
                        amounts(line),
                        line.tier() == null ? "any customer" : tier(line.tier()) + " customers",
                        outside(line.outside()));
    }

    static String cap(Cap cap) {
        return "%s, no more than %s in %d days; above that %s"
                .formatted(
                        counted(cap.counts(), cap.may()),
                        cap.most().shown(),
                        cap.days(),
                        cap.may() == May.GRANT_ALONE ? "a supervisor is needed" : "two people must approve");
    }

    private static String amounts(Line line) {
        var alone = line.alone().map(Money::shown).orElse("");
        if (alone.isEmpty()) {
            return "";
        }
        return line.may() == May.GRANT_ALONE
                ? " up to " + alone
                : " up to " + alone + ", two people above that"
                        + line.together().map(end -> " up to " + end.shown()).orElse("");
    }

    private static String who(Line line) {
        return line.title().isEmpty() ? capital(line.role().inside()) : line.title();
    }

    static String role(Role role) {
        return capital(role.inside());
    }

    /// What somebody is beside their role: ` · administrator · knowledge keeper`.
    static String duties(boolean isAdmin, boolean isKeeper) {
        return (isAdmin ? " · administrator" : "") + (isKeeper ? " · knowledge keeper" : "");
    }

    static String may(May may) {
        return switch (may) {
            case GRANT_ALONE -> "grant alone";
            case APPROVE -> "approve";
        };
    }

    static String kind(Covers kind) {
        return switch (kind) {
            case ANY -> "any compensation but exceptions";
            case ESCALATION -> "escalations";
            case POLICY_EXCEPTION -> "policy exceptions";
            case REFUND, CREDIT, REPLACEMENT, DISCOUNT, GESTURE -> plain(kind) + "s";
        };
    }

    static String tier(@Nullable Tier tier) {
        return tier == null ? "any" : plain(tier).replace('_', ' ');
    }

    static String outside(Outside outside) {
        return switch (outside) {
            case WITHIN -> "within policy only";
            case SLIGHTLY -> "at most slightly outside policy";
            case FAR -> "however far outside policy";
        };
    }

    static String counted(Cap.Counts counts, May may) {
        return switch (counts) {
            case CUSTOMER ->
                may == May.GRANT_ALONE ? "Granted alone to one customer" : "Granted to one customer in all";
            case PERSON -> may == May.GRANT_ALONE ? "Granted alone by one agent" : "Approved by one person";
        };
    }

    /// All of it, numbered as decisions name it.
    static String all(Matrix matrix) {
        var rules = matrix.rules()
                .map(rule -> rule.number() + ". " + line(rule.line()))
                .collect(Collectors.joining("\n"));
        var caps = matrix.caps().stream().map(cap -> "• " + cap(cap)).collect(Collectors.joining("\n"));
        return rules + (caps.isEmpty() ? "" : "\nCaps:\n" + caps);
    }

    static String capital(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String plain(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
