package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Move.OfferApproaches.Approach;
import dev.cowork.proposal.Ask;
import dev.cowork.workspace.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "They AGAIN received Product B.",
                "This is their 2nd damaged shipment in 3 months",
                "Wrong item twice.",
                "Es ist schon wieder kaputt.",
                "C'est la deuxième fois."
            })
    void aSecondFailureIsKnown(String told) {
        assertEquals(Optional.of(told), RepeatWords.in(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The customer was charged twice for one order.",
                "I asked twice what they want.",
                "Please try again later.",
                "They say they will never buy again.",
                "A third-party seller sent it.",
                "Did it happen again?",
                "The parcel is lost."
            })
    void aFirstFailureIsNone(String told) {
        assertEquals(Optional.empty(), RepeatWords.in(told));
    }

    @Test
    void aDraftThatIsSorryBeforeItHasAPlanIsSeen() {
        assertTrue(RepeatWords.isSorryFirst("Hello Kim, I am so sorry. I’ll call you tomorrow."));
        assertTrue(RepeatWords.isSorryFirst("Es tut mir wirklich leid. Sie können wählen."));
        assertTrue(RepeatWords.isSorryFirst("I apologise for this."));
        assertFalse(RepeatWords.isSorryFirst("I’ll call you tomorrow, and you can choose. I am sorry."));
        assertFalse(RepeatWords.isSorryFirst("Your parcel is on its way."));
    }

    /// The four labels come of what an approach would grant, and a title that gives is believed over `none`.
    @Test
    void whatAnApproachWouldGrantIsReadByUsToo() {
        assertEquals(new Priced.Free(), priced("Call them today", "An hour", "none"));
        assertEquals(new Priced.Unpriced(), priced("Send a replacement", "A second item", "replacement"));
        assertEquals(
                new Priced.Asks(new Ask.Compensation(Ask.Kind.REFUND, usd("80"), "Refund in full")),
                priced("Refund in full", "80 USD", "none"));
        assertEquals(new Priced.Free(), priced("No refund, explain why", "Nothing", "none"));
        assertEquals(
                new Priced.Asks(new Ask.Compensation(Ask.Kind.POLICY_EXCEPTION, usd("0.01"), "Waive the fee")),
                priced("Waive the fee", "", "none"));
        assertTrue(priced("Bring in legal", "", "escalation").toString().startsWith("Asks[ask=Escalation["));
    }

    private static Priced priced(String title, String cost, String grants) {
        var named = AmountText.allIn(cost).stream().findFirst();
        return Priced.of(
                new Approach(title, "In short.", List.of(), List.of(), cost, "", grants),
                named,
                Optional.empty(),
                Currency.getInstance("USD"));
    }

    private static Money usd(String amount) {
        return Money.parse(amount, "USD").orElseThrow();
    }
}
