package dev.cowork.proposal;

import dev.cowork.proposal.authority.Outside;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Names of constants as people and partners write them: `policy exception`, `policy_exception`, `Policy-Exception`.
final class Words {
    private Words() {}

    static <E extends Enum<E>> Optional<E> find(E[] values, String word) {
        var name = word.strip().replaceAll("[\\s-]+", "_").toUpperCase(Locale.ROOT);
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /// `POLICY_EXCEPTION` as a person reads it: `Policy exception`.
    static String shown(Enum<?> value) {
        var lower = value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    static String outside(Outside outside) {
        return switch (outside) {
            case WITHIN -> "Within policy";
            case SLIGHTLY -> "Slightly outside policy";
            case FAR -> "Far outside policy";
        };
    }

    /// `POLICY_EXCEPTION` in the middle of a sentence: `policy exception`.
    static String inside(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
