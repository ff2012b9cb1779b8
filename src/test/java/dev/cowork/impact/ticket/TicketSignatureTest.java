package dev.cowork.impact.ticket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may tell us of tickets. The signatures were made with openssl.
class TicketSignatureTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final byte[] BODY = "{\"say\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
    private static final String OURS = "v1=776e848a9a535be4f714ac6c389de056e2a9e26caa5dd8f6675f32e8c5606c53";

    private final TicketSignature signature =
            new TicketSignature(List.of("other", "the-secret"), Duration.ofMinutes(5));

    @Test
    void takesWhatIsSignedNow() {
        assertTrue(signature.isOurs(BODY, "1800000000", "T1", OURS, NOW));
        assertTrue(signature.isOurs(BODY, "1800000000", "T1", OURS, NOW.plusSeconds(300)));
        assertTrue(signature.isOurs(BODY, "1800000000", "T1", OURS, NOW.minusSeconds(300)));
    }

    @Test
    void refusesWhatIsOldOrAheadOrOfAnotherWorkspace() {
        assertFalse(signature.isOurs(BODY, "1800000000", "T1", OURS, NOW.plusSeconds(301)));
        assertFalse(signature.isOurs(BODY, "1800000000", "T1", OURS, NOW.minusSeconds(301)));
        assertFalse(signature.isOurs(BODY, "1800000001", "T1", OURS, NOW));
        assertFalse(signature.isOurs(BODY, "1800000000", "T2", OURS, NOW));
        assertFalse(signature.isOurs(new byte[0], "1800000000", "T1", OURS, NOW));
        assertFalse(signature.isOurs(BODY, "", "T1", OURS, NOW));
        assertFalse(signature.isOurs(BODY, "1800000000", "T1", "v1=zz", NOW));
        assertFalse(signature.isOurs(BODY, "1800000000", "T1", "", NOW));
        assertFalse(new TicketSignature(List.of("wrong"), Duration.ofMinutes(5))
                .isOurs(BODY, "1800000000", "T1", OURS, NOW));
    }

    @Test
    void knowsZendesksAndIntercoms() {
        assertTrue(signature.isZendesks(
                BODY, "2027-01-15T08:00:00Z", "LuZple6IsHYPBZSihVkPbPnD1n2sdNPIVMIAB2EEOpU=", NOW));
        assertFalse(signature.isZendesks(
                BODY, "2027-01-15T08:00:00Z", "LuZple6IsHYPBZSihVkPbPnD1n2sdNPIVMIAB2EEOpU=", NOW.plusSeconds(301)));
        assertFalse(signature.isZendesks(BODY, "yesterday", "LuZple6IsHYPBZSihVkPbPnD1n2sdNPIVMIAB2EEOpU=", NOW));
        assertTrue(signature.isIntercoms(BODY, "sha1=08f6018cb5221f06a5aeaa90d618daccc13d27a3"));
        assertFalse(signature.isIntercoms(new byte[0], "sha1=08f6018cb5221f06a5aeaa90d618daccc13d27a3"));
        assertFalse(signature.isIntercoms(BODY, "sha1="));
    }
}
