package dev.cowork.proposal.precedent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What is found again, and how soon.
@QuarkusTest
class PrecedentBookTest {
    private static final String DAMAGED = "The parcel arrived damaged twice and the customer paid for express delivery";
    private static final String LATE_RETURN =
            "Returned forty days after the purchase, unopened, because of a stay in hospital";

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final PrecedentBook book;
    private final DataSource database;

    PrecedentBookTest(PrecedentBook book, DataSource database) {
        this.book = book;
        this.database = database;
    }

    @Test
    void tellsTheNearestCasesAndNoOthers() {
        granted("POLICY_EXCEPTION", "40 USD", LATE_RETURN);
        granted("POLICY_EXCEPTION", "60 USD", LATE_RETURN + ", and the receipt was lost");
        declined("POLICY_EXCEPTION", "90 USD", LATE_RETURN + " abroad", "The seal was <broken>");
        granted("POLICY_EXCEPTION", "500 USD", "Wants the annual plan cancelled in its third month after a merger");

        assertEquals(
                "3 like this: 2 approved, $40.00 to $60.00; 1 declined because “The seal was &lt;broken&gt;”.",
                like("POLICY_EXCEPTION", "50 USD", "Unopened, but forty days since the purchase: was in hospital"));
        assertEquals("", like("POLICY_EXCEPTION", "50 USD", "A wrong colour was delivered"));
    }

    @Test
    void warnsWhereTheProposalDeparts() {
        granted("REFUND", "40 USD", DAMAGED);
        granted("REFUND", "60 USD", DAMAGED);

        assertTrue(like("REFUND", "61 USD", DAMAGED)
                .endsWith("\n:warning: This departs from them: it is more than was ever granted, which is $60.00."));
        assertTrue(like("REFUND", "39 USD", DAMAGED).contains("less than was ever granted, which is $40.00"));
        assertFalse(like("REFUND", "60 USD", DAMAGED).contains("departs"));

        declined("CREDIT", "30 USD", DAMAGED, "Paid already");
        assertTrue(like("CREDIT", "10 USD", DAMAGED).contains("every case like it was declined"));
    }

    @Test
    void comparesNeitherCurrenciesNorKindsNorWorkspaces() {
        granted("REFUND", "40 EUR", DAMAGED);

        assertEquals("", like("REFUND", "40 USD", DAMAGED));
        assertEquals("", like("DISCOUNT", "40 EUR", DAMAGED));
        assertEquals("", in(new WorkspaceId("TOTHER"), "REFUND", "40 EUR", DAMAGED));
        assertTrue(like("REFUND", "40 EUR", DAMAGED).startsWith("1 like this: 1 approved, €40.00."));
    }

    @Test
    void tellsWhichExceptionShouldBecomePolicy() {
        for (var amount : new String[] {"40 USD", "45 USD", "50 USD", "60 USD"}) {
            granted("POLICY_EXCEPTION", amount, LATE_RETURN);
        }
        declined("POLICY_EXCEPTION", "55 USD", LATE_RETURN, "no");
        assertTrue(book.recurring(workspace).isEmpty(), "four are not enough, and what was declined is no habit");

        granted("POLICY_EXCEPTION", "20 USD", LATE_RETURN);

        var recurring = book.recurring(workspace).getFirst();
        assertEquals(5, recurring.times());
        assertEquals("20.00 USD to 60.00 USD", recurring.least() + " to " + recurring.most());
        assertEquals(LATE_RETURN, recurring.about());
    }

    @Test
    void keepsACaseOnceHoweverManySettleIt() throws SQLException {
        var due = new PrecedentBook.Due(workspace, UUID.randomUUID());
        book.owe(workspace, due.proposal());
        book.owe(workspace, due.proposal());

        book.settle(due, Optional.of(decided(due.proposal(), "REFUND", "40 USD", Optional.of("40 USD"), DAMAGED, "")));
        book.settle(due, Optional.of(decided(due.proposal(), "REFUND", "99 USD", Optional.of("99 USD"), DAMAGED, "")));

        assertTrue(like("REFUND", "40 USD", DAMAGED).startsWith("1 like this: 1 approved, $40.00."));
    }

    /// Where PostgreSQL is not allowed to compare letters, words alone tell.
    @Test
    void findsByWordsAloneWhereTheDatabaseCannotCompareLetters() {
        granted("POLICY_EXCEPTION", "40 USD", LATE_RETURN);
        granted("POLICY_EXCEPTION", "500 USD", "Wants the annual plan cancelled in its third month after a merger");

        QuarkusTransaction.begin();
        try {
            dropTheComparison();
            assertEquals(
                    "1 like this: 1 approved, $40.00.",
                    like("POLICY_EXCEPTION", "40 USD", "Unopened, but forty days since the purchase: in hospital"));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /// With 100,000 in one workspace, of one kind and currency, made of 3,000 words of which some are in every third.
    @Test
    void findsAmongAHundredThousandInTime() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select setseed(0.25)");
            // An index made afterwards is the same one, sooner.
            statement.execute("drop index precedent_words");
            statement.execute("""
                    insert into precedent (workspace, proposal, kind, currency, asked_minor, granted_minor, verdict, role,
                        rule, reason, about, facts, decided_at, alike)
                    select '%s', gen_random_uuid(), 'REFUND', 'USD', 5000, 4000 + number %% 2000, 'APPROVED', 'SUPERVISOR',
                        'rule', '', left(words, 200), words, now() - number * interval '1 minute', gen_random_uuid()
                    from generate_series(1, 100000) number, lateral (
                        select string_agg('w' || translate(floor(3000 * power(random(), 3))::int::text, '0123456789', 'abcdefghij'), ' ')
                            as words from generate_series(1, 30 + number * 0)) made""".formatted(workspace));
            statement.execute("create index precedent_words on precedent using gin (words) with (fastupdate = off)");
            statement.execute("analyze precedent");
        }
        var facts = one("select facts from precedent where workspace = ? order by decided_at limit 1 offset 777");
        var nanos = new ArrayList<Long>();
        for (var round = 0; round < 30; round++) {
            var from = System.nanoTime();
            assertTrue(like("REFUND", "50 USD", facts).contains(" like this: "));
            var took = System.nanoTime() - from;
            if (round >= 10) {
                nanos.add(took);
            }
        }
        Collections.sort(nanos);
        var median = Duration.ofNanos(nanos.get(nanos.size() / 2));
        System.out.println("figure: finding precedents among 100000: median " + median.toMillis() + " ms, slowest "
                + Duration.ofNanos(nanos.getLast()).toMillis() + " ms");
        // The median is the figure; the quickest quarter is what a machine busy with other things hardly spoils.
        assertTrue(Duration.ofNanos(nanos.get(nanos.size() / 4)).toMillis() < 100, () -> "too slow: " + nanos);
    }

    private void dropTheComparison() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop extension pg_trgm cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String one(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, workspace.value());
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    private String like(String kind, String amount, String facts) {
        return in(workspace, kind, amount, facts);
    }

    private String in(WorkspaceId where, String kind, String amount, String facts) {
        return book.like(new PrecedentBook.Sought(where, kind, money(amount), facts, facts));
    }

    private void granted(String kind, String amount, String facts) {
        keep(decided(UUID.randomUUID(), kind, amount, Optional.of(amount), facts, ""));
    }

    private void declined(String kind, String amount, String facts, String why) {
        keep(decided(UUID.randomUUID(), kind, amount, Optional.empty(), facts, why));
    }

    private void keep(Case decided) {
        QuarkusTransaction.requiringNew().run(() -> {
            book.owe(workspace, decided.proposal());
            book.settle(new PrecedentBook.Due(workspace, decided.proposal()), Optional.of(decided));
        });
    }

    private Case decided(
            UUID proposal, String kind, String asked, Optional<String> granted, String facts, String reason) {
        return new Case(
                workspace,
                proposal,
                kind,
                money(asked),
                granted.map(PrecedentBookTest::money),
                granted.isPresent() ? "APPROVED" : "DECLINED",
                "SUPERVISOR",
                "up to 1000 USD one supervisor",
                reason,
                facts,
                facts,
                Instant.now());
    }

    private static Money money(String words) {
        return Money.parse(words).orElseThrow();
    }
}
