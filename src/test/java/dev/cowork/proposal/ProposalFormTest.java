package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.slack.Inbound;
import dev.cowork.workspace.Money;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProposalFormTest {
    private final Map<String, String> compensation = new HashMap<>(
            Map.of("kind", "store credit", "amount", "150", "currency", "usd", "reason", " Damaged twice "));
    private final Map<String, String> escalation = new HashMap<>(
            Map.of("to", "legal", "urgency", "this_week", "summary", "A lawyer wrote", "holding_reply", ""));

    @Test
    void readsACompensation() {
        compensation.put("kind", "policy exception");

        assertEquals(
                new ProposalForm.Parsed.Good(
                        new Ask.Compensation(
                                Ask.Kind.POLICY_EXCEPTION,
                                Money.parse("150 USD").orElseThrow(),
                                "Damaged twice"),
                        Circumstances.USUAL),
                ProposalForm.read(form(compensation)));
    }

    @Test
    void readsWhatElseTheMatrixAsks() {
        compensation.putAll(Map.of("kind", "refund", "tier", "high_value", "outside", "far"));

        var read = assertInstanceOf(ProposalForm.Parsed.Good.class, ProposalForm.read(form(compensation)));

        assertEquals(new Circumstances("", Tier.HIGH_VALUE, Outside.FAR), read.circumstances());
    }

    @Test
    void readsAnEscalationWithoutAHoldingReply() {
        assertEquals(
                new ProposalForm.Parsed.Good(
                        new Ask.Escalation(Ask.Target.LEGAL, Ask.Urgency.THIS_WEEK, "A lawyer wrote", ""),
                        Circumstances.USUAL),
                ProposalForm.read(form(escalation)));
    }

    @Test
    void saysBesideEachFieldWhatIsWrong() {
        compensation.putAll(Map.of("amount", "a lot", "currency", "dollars", "reason", "  "));

        assertEquals(
                new ProposalForm.Parsed.Bad(Map.of(
                        "kind", "Choose a kind.",
                        "amount", "Write an amount such as 150 or 150.00.",
                        "currency", "Write the currency's three letters, such as USD or EUR.",
                        "reason", "Say why, in a sentence the supervisor can decide on.")),
                ProposalForm.read(form(compensation)));
    }

    @Test
    void refusesNothingAndDecimalsTheCurrencyLacks() {
        assertEquals("The amount must be more than 0.", wrongAmount("0.00", "USD"));
        assertEquals("Write an amount without decimals, such as 150: JPY has none.", wrongAmount("1.50", "JPY"));
        assertEquals("Write an amount such as 150 or 150.00.", wrongAmount("-5", "USD"));
        assertEquals("Write an amount such as 150 or 150.00.", wrongAmount("1.005", "USD"));
        assertEquals("Write an amount such as 150 or 150.00.", wrongAmount("9".repeat(400), "USD"));
    }

    private String wrongAmount(String amount, String currency) {
        compensation.putAll(Map.of("kind", "refund", "amount", amount, "currency", currency));
        return assertInstanceOf(ProposalForm.Parsed.Bad.class, ProposalForm.read(form(compensation)))
                .byBlock()
                .get("amount");
    }

    static Inbound.Form form(Map<String, String> values) {
        return new Inbound.Form("any", "V1", "", "", values, Map.of());
    }
}
