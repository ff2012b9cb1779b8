package dev.cowork.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.workspace.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            They paid $150.                                           | 150.00 USD | none
            Customer ordered $300 item, it arrived damaged            | 300.00 USD | none
            The $300 table arrived broken                             | 300.00 USD | none
            $300 table arrived broken                                 | 300.00 USD | none
            It cost 1,250.50 EUR                                      | 1250.50 EUR | none
            The order was worth £80                                   | 80.00 GBP  | none
            I can approve up to $300 in refunds                       | none       | none
            Let's offer them a $50 credit                             | none       | 50.00 USD
            Offer $45                                                 | none       | 45.00 USD
            A partner who spends $80,000 a year                       | none       | none
            They paid 90 dollars, let's give $20 back                 | 90.00 USD  | 20.00 USD
            """)
    void areUnderstoodByTheWordsAroundThem(String text, String price, String named) {
        var amounts = Amounts.in(text);

        assertEquals(price, amounts.price().map(Money::toString).orElse("none"));
        assertEquals(named, amounts.named().map(Money::toString).orElse("none"));
    }
}
