package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a session leaves to be counted, and who is told what of it.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class ImpactStory {
    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    StandInClaude claude;

    private Desk desk;
    private Database database;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        database = new Database(source);
        claude.answersTo(_ -> true, _ -> Said.message(text("Let us see.")));
    }

    @Test
    void aSessionIsCountedWithoutAWordOfIt() {
        var ticket = "ZD-" + (700_000 + System.nanoTime() % 100_000);
        var number = ticket.substring(3);
        database.change(
                "insert into ticket (workspace, source, external_id, version, reference, opened_at) values"
                        + " ('TPLAY0001', 'desk', ?, 1, ?, now())",
                number,
                number);
        var ana = desk.ana();
        var form = ana.typesForForm("/cowork", Desk.SUPPORT);
        form.choose("What kind of ticket is it?", "Difficult customer");
        var thread = ana.opens(form, Map.of("SITUATION", "The parcel is lost.", "Ticket reference", ticket));
        thread.shows("Let us see.");

        var fact = "select opening || ' ' || team || ' ' || owner || ' ' || coalesce(outcome, 'open') from session_fact"
                + " where ticket = ?";
        assertEquals("difficult-customer Support UANA00001 open", database.one(fact, number));
        assertEquals("1", database.one("select count(session) from ticket where external_id = ?", number));
        assertEquals("UANA00001", database.one("select agent from ticket where external_id = ?", number));

        thread.closes("Resolved");
        thread.sees("the closed card", post -> post.ts().equals(thread.root()) && post.says("Closed · Resolved"));

        assertEquals("difficult-customer Support UANA00001 resolved", database.one(fact, number));
        ana.opensHome().shows("Your last ninety days");
    }

    @Test
    void aLeadsSummaryStandsInTheChannel() {
        desk.sam().types("/cowork impact", Desk.SUPPORT);

        var said =
                desk.ana().sees(Desk.SUPPORT, "the summary", post -> post.says("It says that they differ, not why."));
        assertTrue(said.says("Impact, "), said.words());
    }
}
