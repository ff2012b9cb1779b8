package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.proposal.Ask;
import dev.cowork.workspace.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a draft may say before anybody has granted anything, and after.
class PromiseLockTest {
    private static final Money OWN = usd("100");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your refund of one hundred fifty dollars is on its way.",
                "You will get 200 back.",
                "Here is a $50 voucher and free shipping for a year."
            })
    void readsPromisesThatNameNoPlainAmount(String draft) {
        assertEquals(PromiseLock.Locked.class, lock(List.of()).covers(draft).getClass(), draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We will refund you $150.00 today.",
                "I'm crediting 150 USD to your account.",
                "You asked for it, so we'll refund $500.",
                "We can't replace it, but we will credit $500 to your account.",
                "Here is a voucher over €120.",
                "A refund of $1,500 is on its way.",
                "We will make an exception for you.",
                "Your replacement will arrive by Friday.",
                "We will give you a full refund.",
                "You get 20% off, we'll add the discount to your next order."
            })
    void holdsBackWhatNobodyGranted(String draft) {
        assertEquals(PromiseLock.Locked.class, lock(List.of()).covers(draft).getClass(), draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You paid $150 for it, and I am sorry it arrived damaged twice.",
                "We will refund you $80 today.",
                "I have asked my supervisor to approve a refund of $150, and I will write to you within 2 hours.",
                "I'm truly sorry. You will hear from me within 2 hours.",
                "I cannot promise a refund yet.",
                "Have you tried another browser? The order of $300 shows as delivered.",
                "Thank you for your patience."
            })
    void letsThroughWhatIsNoPromiseOrWithinTheAgentsOwnLimit(String draft) {
        assertEquals(new PromiseLock.Covered(), lock(List.of()).covers(draft), draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We will refund you $150.00 today.",
                "We will make an exception for you.",
                "Your replacement will arrive by Friday."
            })
    void letsThroughWhatWasGranted(String draft) {
        var granted = List.of(new Ask.Compensation(Ask.Kind.REFUND, usd("150"), "Twice wrong"));

        assertEquals(new PromiseLock.Covered(), lock(granted).covers(draft), draft);
    }

    @ParameterizedTest
    @ValueSource(strings = {"We will refund you $151.", "We will refund you €150."})
    void holdsBackMoreThanWasGrantedAndOtherCurrencies(String draft) {
        var granted = List.of(new Ask.Compensation(Ask.Kind.REFUND, usd("150"), "Twice wrong"));

        assertEquals(PromiseLock.Locked.class, lock(granted).covers(draft).getClass(), draft);
    }

    private static PromiseLock lock(List<Ask.Compensation> granted) {
        return new PromiseLock(OWN, Optional.empty(), granted);
    }

    private static Money usd(String amount) {
        return Money.parse(amount, "USD").orElseThrow();
    }
}
