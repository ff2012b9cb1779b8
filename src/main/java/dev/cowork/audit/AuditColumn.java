package dev.cowork.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.workspace.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;

/// What an export has of each entry, in its order. What each means to its reader stands in `docs/audit.md`.
enum AuditColumn {
    WORKSPACE("workspace"),
    SEQ("seq"),
    AT("at"),
    DEED("deed"),
    MEMBER("member"),
    ROLE("role"),
    ON_BEHALF_OF("onBehalfOf"),
    PROPOSAL("proposal"),
    ASKED_KIND("askedKind"),
    ASKED_AMOUNT(row -> amount(row, "asked")),
    ASKED_MINOR("askedMinor"),
    ASKED_CURRENCY("askedCurrency"),
    GRANTED_KIND("grantedKind"),
    GRANTED_AMOUNT(row -> amount(row, "granted")),
    GRANTED_MINOR("grantedMinor"),
    GRANTED_CURRENCY("grantedCurrency"),
    RULE("rule"),
    BEFORE("before"),
    AFTER("after"),
    STEP("step"),
    VERSION("version"),
    WISH("wish"),
    WHY("why"),
    HOME("home"),
    GESTURE("gesture"),
    WORDS_SHA256("wordsSha256"),
    PAYLOAD_SHA256("payloadSha256"),
    BODY(Row::body),
    PREVIOUS_HASH(Row::previousHash),
    HASH(Row::hash);

    private final Function<Row, String> read;

    AuditColumn(String field) {
        this(row -> row.field(field));
    }

    AuditColumn(Function<Row, String> read) {
        this.read = read;
    }

    /// An entry as it stands in the database.
    record Row(JsonNode fields, String body, String previousHash, String hash) {
        String field(String name) {
            return fields.path(name).asText();
        }
    }

    String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty where the entry has none.
    String of(Row row) {
        return read.apply(row);
    }

    private static String amount(Row row, String prefix) {
        var minor = row.field(prefix + "Minor");
        return minor.isEmpty()
                ? ""
                : new Money(Long.parseLong(minor), Currency.getInstance(row.field(prefix + "Currency"))).amount();
    }
}
