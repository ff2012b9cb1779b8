package dev.cowork.impact.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// However people write a ticket, it is found; and two tickets are never taken for one.
class TicketKeyTest {
    @ParameterizedTest
    @CsvSource({
        "35436, 35436",
        "'#35436', 35436",
        "' # 35436 ', 35436",
        "ZD-35436, 35436",
        "zd 35436, 35436",
        "Ticket 35436., 35436",
        "https://acme.zendesk.com/agent/tickets/35436, 35436",
        "https://app.intercom.com/a/inbox/x1/inbox/conversation/215469/, 215469",
        "sup-123, SUP-123",
        "SUP-123, SUP-123",
        "BILL-123, BILL-123",
        "case A12/3, CASE A12/3",
    })
    void knowsATicketHoweverItIsWritten(String written, String key) {
        assertEquals(Optional.of(key), TicketKey.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "#", "the one from this morning"})
    void knowsNoTicketWithoutANumber(String written) {
        assertEquals(Optional.empty(), TicketKey.of(written));
    }
}
