package dev.cowork.session.spend;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.partner.Meter;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.Desk;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Claude costs is counted, seen by administrators, told to them before it runs out, and ends at the limit.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class SpendStory {
    private static final WorkspaceId HERE = new WorkspaceId("TPLAY0001");
    /// At 3 USD a million, a tenth of the limit of 50 USD.
    private static final long TENTH = 5_000_000 / 3 + 1;

    @TestHTTPResource("/")
    URI application;

    private StandInClaude claude;
    private final Meter meter;
    private final SpendBook book;
    private final Database database;

    SpendStory(Meter meter, SpendBook book, DataSource source) {
        this.meter = meter;
        this.book = book;
        this.database = new Database(source);
    }

    @BeforeEach
    @AfterEach
    void nothingIsSpent() {
        database.change("delete from spend_day where workspace = ?", HERE.value());
        database.change("delete from outbox where key like 'spend/%'");
    }

    private void spend(int tenths) {
        meter.count(HERE, "another", "claude-sonnet-5-5", new Meter.Used(tenths * TENTH, 0, 0, 0));
    }

    @Test
    void tokensOfASessionAreCountedAndAdministratorsSeeWhatTheyCost() {
        claude.forget();
        claude.answersTo("count my tokens", Said.message(text("Counted.")));
        var desk = Desk.open(application);

        desk.ana().cowork("please count my tokens").shows("Counted.");

        var session = database.one(
                "select id::text from session where workspace = ? order by opened_at desc limit 1", HERE.value());
        var tokens = book.tokensOf(HERE, session);
        // One request to answer, and those of the fast model that come with a new session.
        assertTrue(tokens.fresh() >= 100 && tokens.fresh() % 100 == 0, tokens.toString());
        assertEquals(tokens.fresh() / 10, tokens.written());
        assertEquals(tokens.fresh() * 10, tokens.cached());
        assertTrue(tokens.output() > 0);
        desk.sam().opensHome().shows("Claude's cost", "of $50.00", "tokens read");
        assertTrue(desk.noa().opensHome().words().stream().noneMatch(words -> words.contains("Claude's cost")));
    }

    @Test
    void administratorsAreToldAtThreeStepsAndAtTheLastThePlaybookTakesOver() {
        claude.forget();
        claude.answersTo(_ -> true, _ -> Said.message(text("Claude was asked.")));
        var desk = Desk.open(application);
        var sam = desk.sam();

        spend(7);
        assertFalse(book.isSpent(HERE));
        spend(1);
        sam.sees(sam.direct(), "75 %", post -> post.says("75 % of the limit"));
        spend(1);
        spend(1);

        sam.sees(
                sam.direct(),
                "the limit",
                post -> post.says("The limit is reached.") && post.says("COWORK_DAILY_LIMIT"));
        assertTrue(book.isSpent(HERE));
        assertEquals(
                1,
                sam.posts(sam.direct()).stream()
                        .filter(post -> post.says("75 % of the limit"))
                        .count());
        var thread = desk.ana().cowork("a parcel is lost and the customer is furious");
        thread.shows("Today's limit for Claude, $50.00, is reached, so the playbook answers.");
        thread.shows("Answered by the playbook, not by Claude");
        assertTrue(
                claude.requestsOf("a parcel is lost and the customer is furious")
                        .isEmpty(),
                "Claude was not asked");
        sam.opensHome().shows("Claude's cost", "The limit is reached: the playbook answers until midnight UTC.");
    }
}
