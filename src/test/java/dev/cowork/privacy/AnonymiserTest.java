package dev.cowork.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Pins that nothing by which somebody can be recognised leaves in a tip, and that tips stay readable.
class AnonymiserTest {
    private static final Confidential JANE = Confidential.of("Ms Jane Doe (VIP)", "ZD-48213");
    private final Anonymiser anonymiser = new Anonymiser();

    @Test
    void nothingPrivateLeavesAndReportsHowWellItKnows() {
        var seen = new TreeMap<String, int[]>();
        var leaked = new ArrayList<String>();
        for (var made : MadeTexts.all()) {
            var mended = anonymiser.anonymise(made.text(), made.known()).text();
            var count = seen.computeIfAbsent(made.shape(), _ -> new int[2]);
            for (var secret : made.secrets()) {
                count[0]++;
                if (leaks(secret, mended)) {
                    leaked.add(made.shape() + ": " + made.text() + " -> " + mended);
                } else {
                    count[1]++;
                }
            }
        }
        report(seen);

        assertTrue(
                MadeTexts.all().size() >= 300, "made texts: " + MadeTexts.all().size());
        assertEquals("", String.join("\n", leaked));
    }

    /// A secret leaks where it stands there, or a telling part of it does: three digits on end, or a word of a name.
    private static boolean leaks(String secret, String mended) {
        return mended.contains(secret)
                || List.of(secret.split("[^\\p{L}\\p{M}\\d]+")).stream()
                        .filter(part -> part.matches("\\d{3,}|(?=.*\\d).{5,}|\\p{Lu}[\\p{L}\\p{M}]{3,}"))
                        .anyMatch(part -> mended.matches("(?s).*(?<![\\p{L}\\d])" + part + "(?![\\p{L}\\d]).*"));
    }

    private static void report(TreeMap<String, int[]> seen) {
        var words = 0;
        var taken = 0;
        for (var tip : cleanTips()) {
            words += tip.split("\\s+").length;
            taken += new Anonymiser().anonymise(tip, JANE).found().size();
        }
        var lines = new ArrayList<String>();
        seen.forEach((shape, count) -> lines.add("%-22s %4d of %4d found".formatted(shape, count[1], count[0])));
        var all = seen.values().stream().mapToInt(count -> count[0]).sum();
        var found = seen.values().stream().mapToInt(count -> count[1]).sum();
        lines.add("recall %.3f over %d; precision %.3f (%d taken wrongly from %d clean tips of %d words)"
                .formatted(
                        found / (double) all,
                        all,
                        found / (double) (found + taken),
                        taken,
                        cleanTips().size(),
                        words));
        System.out.println(String.join("\n", lines));
    }

    @ParameterizedTest
    @MethodSource("cleanTips")
    void leavesATipWithNothingPrivateAsItIs(String tip) {
        assertEquals(tip, anonymiser.anonymise(tip, JANE).text());
    }

    @Test
    void findsNothingInWhatItHasMended() {
        for (var made : MadeTexts.all()) {
            var mended = anonymiser.anonymise(made.text(), made.known()).text();
            assertEquals(List.of(), anonymiser.anonymise(mended, made.known()).found(), mended);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    Jane was angry about ZD-48213.               => The customer was angry about [ticket].
                    We told the customer Jane Doe the truth.     => We told the customer the truth.
                    Offer Ms Doe $40, not $20.                   => Offer the customer $40, not $20.
                    I asked <@U123ABC|sam> and @ana.             => I asked a colleague and a colleague.
                    Order #12345 for $150.00 was lost on 3/4/25. => Order #[number] for $150.00 was lost on 3/4/25.
                    Call +44 20 7946 0958 within 2 hours.        => Call [phone] within 2 hours.
                    Write to jane@example.com by 5 pm.           => Write to [e-mail] by 5 pm.
                    <!channel> the customer was right.           => Everybody the customer was right.
                    See https://desk.example.com/t/48213?x=1 now => See [link] now
                    """)
    void mendsSoThatItStillReads(String text, String mended) {
        assertEquals(mended, anonymiser.anonymise(text, JANE).text());
    }

    @Test
    void keepsWhatItFoundInTheOrderOfTheText() {
        var found = anonymiser
                .anonymise("Jane (jane@example.com) has order 77123.", JANE)
                .found();

        assertEquals(
                List.of("Jane", "jane@example.com", "77123"),
                found.stream().map(Trace::text).toList());
        assertEquals(
                "Anonymised[[Trace[CUSTOMER at 0], Trace[EMAIL at 6], Trace[NUMBER at 34]]]",
                anonymiser
                        .anonymise("Jane (jane@example.com) has order 77123.", JANE)
                        .toString());
    }

    @Test
    void isQuickOnLongAndHostileTexts() {
        var threads = ManagementFactory.getThreadMXBean();
        for (var text : List.of(
                "1 ".repeat(1500),
                "a.".repeat(1500),
                "(".repeat(3000),
                "1-".repeat(1500),
                "Aa ".repeat(1000),
                "@".repeat(3000))) {
            // Time of our own: what others do on the machine meanwhile does not count.
            var began = threads.getCurrentThreadCpuTime();
            anonymiser.anonymise(text, JANE);
            assertTrue(threads.getCurrentThreadCpuTime() - began < 1_500_000_000L, "slow on " + text.substring(0, 4));
        }
    }

    static List<String> cleanTips() {
        try (var file = AnonymiserTest.class.getResourceAsStream("/insight/clean-tips.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
