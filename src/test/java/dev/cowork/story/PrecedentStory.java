package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A gray area is decided once and remembered, without anybody in it: the next one like it shows what was decided, to
/// the agent before they send it and to the supervisor before they decide.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class PrecedentStory {
    private static final String KIND = "policy_exception";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @Inject
    DataSource source;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        suggests("zeppelin", "150", "Jane Doe's zeppelin ticket: voucher ran out in quarantine, order 48213377");
        suggests("airship", "180", "The zeppelin voucher ran out during the quarantine of a whole ship's company");
    }

    @Test
    void theNextCaseShowsWhatWasDecidedInTheLastOne() {
        var first = desk.ana().cowork("A zeppelin flight. Its voucher ran out. They paid $400.");
        first.presses("Send to supervisor");
        var card = desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));
        assertFalse(card.says("like this"), card.words());
        var declining = desk.sam().pressesForForm(card, "Decline");
        declining.submit(Map.of(declining.fields().getFirst(), "Mail jane@doe.example: vouchers end when they end"));
        isKept();

        var second = desk.ana().cowork("An airship flight. Its voucher ran out. They paid $400.");
        var known = "1 like this: 1 declined because “Mail [e-mail]: vouchers end when they end”";
        var suggestion = second.offers("Send to supervisor");
        assertTrue(suggestion.says(known), suggestion.words());
        assertTrue(suggestion.says("This departs from them: every case like it was declined"), suggestion.words());
        second.presses("Send to supervisor");

        desk.sam()
                .sees(
                        Desk.APPROVALS,
                        "what was decided before",
                        post -> post.has("Approve") && post.says(known) && post.says("departs from them"));
    }

    /// Without the name, the number and the address that were in it.
    private void isKept() {
        var database = new Database(source);
        Eventually.is(
                "the decision is a precedent",
                Duration.ofSeconds(45),
                () -> database.count("select count(*) from precedent where about like '%zeppelin%'") > 0,
                () -> database.all("select proposal::text from precedent_due"));
        var kept = database.one("select about || facts || reason from precedent where about like '%zeppelin%'");
        assertFalse(kept.contains("Jane") || kept.contains("48213377") || kept.contains("jane@"), kept);
    }

    private void suggests(String on, String amount, String reason) {
        claude.answersTo(
                on,
                Said.message(
                        text("This needs your supervisor."),
                        tool(
                                "suggest_compensation",
                                Map.of("kind", KIND, "amount", amount, "currency", "USD", "reason", reason))));
    }
}
