package dev.cowork.insight;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pins which questions are one gap.
class AlikeTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    How long may a parcel stay at customs before we refund it? => How long can parcels stay at customs before we refund?
                    Is express shipping refunded when a parcel is late?      => Do we refund express shipping for a late parcel?
                    Can a gift be returned without a receipt?                => Returning a gift without receipt: is it possible?
                    The knowledge base says nothing about expired vouchers.  => Expired vouchers: what do we do?
                    """)
    void theSameQuestionInOtherWordsIsOneGap(String one, String other) {
        assertTrue(Alike.are(one, other));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    Is express shipping refunded when a parcel is late?  => Is a damaged parcel replaced when the box is gone?
                    Can a gift be returned without a receipt?            => Can a gift card be paid out in cash?
                    How long is the warranty on coffee machines?         => How long is the warranty on lamps?
                    What do we do about expired vouchers?                => What do we do about stolen cards?
                    """)
    void anotherQuestionIsAnotherGap(String one, String other) {
        assertFalse(Alike.are(one, other));
    }
}
