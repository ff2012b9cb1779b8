package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.workspace.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
                "Your refund of $150 will be credited to your card by Friday.",
                "As compensation you receive $150.",
                "We will give you a full refund.",
                "The refund will arrive by Friday."
            })
    void letsThroughWhatWasGranted(String draft) {
        var granted = List.of(new Ask.Compensation(Ask.Kind.REFUND, usd("150"), "Twice wrong"));

        assertEquals(new PromiseLock.Covered(), lock(granted).covers(draft), draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We will make an exception for you.",
                "Your replacement will arrive by Friday.",
                "We add a $150 voucher.",
                "You get 20% off your next order, we'll add the discount.",
                "We refund you $150 and a credit of $120 is on its way.",
                "We refund you $150, and free shipping for a year."
            })
    void aRefundOpensForNoOtherKind(String draft) {
        var granted = List.of(new Ask.Compensation(Ask.Kind.REFUND, usd("150"), "Twice wrong"));

        assertEquals(PromiseLock.Locked.class, lock(granted).covers(draft).getClass(), draft);
    }

    @Test
    void eachKindOpensForItsOwn() {
        assertOpens(Ask.Kind.CREDIT, "Here is a $150 voucher.", "We refund you $150.");
        assertOpens(Ask.Kind.REPLACEMENT, "Your replacement will arrive by Friday.", "We refund you $150.");
        assertOpens(Ask.Kind.DISCOUNT, "We'll give you $150 off your next order.", "Here is a $150 gift card.");
        assertOpens(Ask.Kind.GESTURE, "As a gesture of goodwill, here is a $150 credit.", "We refund you $150.");
        assertOpens(Ask.Kind.POLICY_EXCEPTION, "We make an exception and refund you $150.", "We refund you $151.");
    }

    private static void assertOpens(Ask.Kind kind, String promise, String other) {
        var lock = lock(List.of(new Ask.Compensation(kind, usd("150"), "Twice wrong")));
        assertEquals(new PromiseLock.Covered(), lock.covers(promise), promise);
        assertEquals(PromiseLock.Locked.class, lock.covers(other).getClass(), other);
    }

    @Test
    void allOfItIsMoreThanAPartThatWasGranted() {
        var half = List.of(new Ask.Compensation(Ask.Kind.REFUND, usd("150"), "Half of it"));
        var lock = new PromiseLock(OWN, Optional.of(usd("300")), half);

        assertEquals(
                PromiseLock.Locked.class,
                lock.covers("We will give you a full refund.").getClass());
        assertEquals(new PromiseLock.Covered(), lock.covers("We will refund you $150."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"We will refund you $151.", "We will refund you €150."})
    void holdsBackMoreThanWasGrantedAndOtherCurrencies(String draft) {
        var granted = List.of(new Ask.Compensation(Ask.Kind.REFUND, usd("150"), "Twice wrong"));

        assertEquals(PromiseLock.Locked.class, lock(granted).covers(draft).getClass(), draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wir erstatten Ihnen 150 €.",
                "Sie erhalten kostenlos ein Ersatzgerät.",
                "Ihre Lieferung kommt bis Freitag an, das garantieren wir.",
                "Wir machen für Sie eine Ausnahme.",
                "Nous vous remboursons 200 euros.",
                "Votre colis sera livré avant vendredi.",
                "Nous ferons une exception pour vous.",
                "Le reembolsaremos 150 euros.",
                "Su pedido llegará antes del viernes.",
                "Haremos una excepción con usted.",
                "We will refund you one hundred and fifty dollars.",
                "We will refund the $500 you asked for.",
                "We will refund you $500 as requested.",
                "You’ll get a new unit, and it’ll be there tomorrow.",
                "Enjoy 20 percent off your next order.",
                "We will extend your return deadline."
            })
    void readsPromisesInOtherLanguagesAndOtherWords(String draft) {
        assertEquals(PromiseLock.Locked.class, lock(List.of()).covers(draft).getClass(), draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Es tut mir leid, dass das Paket zweimal falsch war.",
                "Ich habe meine Vorgesetzte um eine Erstattung gebeten und melde mich innerhalb von 2 Stunden.",
                "Wir können Ihnen das Geld leider nicht erstatten.",
                "Je suis désolé pour ce retard.",
                "J'ai demandé un remboursement de 200 euros à ma responsable.",
                "Siento mucho lo ocurrido.",
                "He pedido a mi supervisora un reembolso de 150 euros.",
                "I have asked my supervisor to review your case, and you will hear from me by Friday."
            })
    void letsThroughSorrowAndWhatIsOnlyAskedForInOtherLanguages(String draft) {
        assertEquals(new PromiseLock.Covered(), lock(List.of()).covers(draft), draft);
    }

    @Test
    void takesThePartnersOwnAccountWhereItIsStricter() {
        var draft = "Consider the rule as settled in your favour.";
        var declared = List.of(new Move.WriteDraft.Promise("exception", "settled in your favour"));

        assertEquals(new PromiseLock.Covered(), lock(List.of()).covers(draft));
        assertEquals(
                PromiseLock.Locked.class,
                lock(List.of()).covers(draft, declared).getClass());
    }

    private static PromiseLock lock(List<Ask.Compensation> granted) {
        return new PromiseLock(OWN, Optional.empty(), granted);
    }

    private static Money usd(String amount) {
        return Money.parse(amount, "USD").orElseThrow();
    }
}
