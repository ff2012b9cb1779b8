package dev.cowork.impact.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one row, as JSON or a CSV writes them. Null and nothing are both "not told".
record Fields(JsonNode row) {
    private static final int LONGEST_WORD = 100;

    /// @throws BadFieldException where it is missing
    String needed(String field, int longest) {
        var words = words(field, longest);
        if (words == null) {
            throw new BadFieldException(field, "is missing");
        }
        return words;
    }

    /// What tickets are told apart by: small letters, so that `High` and `high` are one.
    @Nullable
    String word(String field) {
        var words = words(field, LONGEST_WORD);
        return words == null ? null : words.toLowerCase(Locale.ROOT);
    }

    @Nullable
    String name(String field) {
        return words(field, LONGEST_WORD);
    }

    private @Nullable String words(String field, int longest) {
        var node = row.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new BadFieldException(field, "must be text or a number");
        }
        var words = node.asText().strip();
        if (words.length() > longest) {
            throw new BadFieldException(field, "is longer than " + longest + " characters");
        }
        if (words.codePoints().anyMatch(Fields::isUnfit)) {
            throw new BadFieldException(field, "holds a control character or half of one");
        }
        return words.isEmpty() ? null : words;
    }

    /// What PostgreSQL keeps in no text, and what nobody can see.
    private static boolean isUnfit(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /// An instant with its offset, or a date and time that are taken as UTC.
    Optional<Instant> instant(String field) {
        var words = words(field, LONGEST_WORD);
        if (words == null) {
            return Optional.empty();
        }
        return Optional.of(read(words)
                .orElseThrow(() -> new BadFieldException(
                        field, "\"" + cut(words) + "\" is no point in time; 2026-11-20T10:00:00Z is accepted")));
    }

    private static Optional<Instant> read(String words) {
        var iso = words.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T")
                .replaceFirst(" UTC$", "Z")
                .replaceFirst(" ?([+-]\\d{2}):?(\\d{2})$", "$1:$2");
        try {
            if (iso.length() == 10) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return Optional.of(
                    iso.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    @Nullable
    Boolean yesOrNo(String field) {
        var words = word(field);
        return switch (words) {
            case null -> null;
            case "true", "yes", "y", "1" -> true;
            case "false", "no", "n", "0" -> false;
            default ->
                throw new BadFieldException(
                        field, "\"" + cut(words) + "\" is neither yes nor no; true or false is accepted");
        };
    }

    @Nullable
    Integer number(String field, int least, int most) {
        var words = words(field, LONGEST_WORD);
        if (words == null) {
            return null;
        }
        if (words.matches("\\d{1,7}(\\.0+)?")) {
            var number = Integer.parseInt(words.replaceFirst("\\..*", ""));
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadFieldException(field, "\"" + cut(words) + "\" is no whole number from " + least + " to " + most);
    }

    static String cut(String words) {
        return words.length() <= 40 ? words : words.substring(0, 40) + "…";
    }
}
