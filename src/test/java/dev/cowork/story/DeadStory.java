package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What always fails is given up, said with a reference, and tried again by whoever runs the program once its cause is
/// gone. The next message goes on meanwhile.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class DeadStory {
    private static final Pattern REFERENCE = Pattern.compile("in-[0-9a-f]{8}");

    @TestHTTPResource("/")
    URI application;

    @TestHTTPResource("/operator/dead")
    URI operator;

    @Inject
    DataSource source;

    StandInClaude claude;

    private Desk desk;
    private Database database;

    @BeforeEach
    void open() {
        claude.forget();
        claude.answersTo("lost somewhere", Said.message(text("Tell me more.")));
        claude.answersTo("is it lost", Said.message(text("It is worth tracing.")));
        claude.answersTo("jinx", Said.message(text("Now I read it.")));
        desk = Desk.open(application);
        database = new Database(source);
        database.change("create or replace function jinxed() returns trigger language plpgsql as"
                + " $$ begin raise exception 'jinxed'; end $$");
    }

    @AfterEach
    void lift() {
        database.change("drop trigger if exists jinx on utterance");
    }

    @Test
    void aPoisonedMessageIsSaidWithAReferenceTheNextGoesOnAndAnOperatorReplaysIt() {
        var thread = desk.ana().cowork("The parcel is lost somewhere.");
        thread.shows("Tell me more.");
        database.change("create trigger jinx before insert on utterance for each row when (new.words like '%jinx%')"
                + " execute function jinxed()");

        thread.says("There is a jinx on it.");
        thread.says("So is it lost?");

        var notice = thread.shows("could not work off");
        thread.shows("It is worth tracing.");
        var found = REFERENCE.matcher(notice.words());
        assertTrue(found.find(), notice.words());
        var reference = found.group();
        var listed = list(Map.of()).body().asString();
        assertTrue(listed.contains(reference) && listed.contains("jinxed"), listed);
        assertFalse(listed.contains("There is a jinx on it"), "nobody's words: " + listed);

        lift();
        assertEquals(400, replay(reference, "").statusCode());
        assertEquals(200, replay(reference, "ops").statusCode());

        thread.shows("Now I read it.");
        assertEquals(404, replay(reference, "ops").statusCode(), "twice is once");
        assertFalse(list(Map.of()).body().asString().contains(reference));
    }

    @Test
    void nobodyFromElsewhereAndNobodyAProxySpeaksForFindsIt() {
        assertEquals(200, list(Map.of()).statusCode());
        assertEquals(404, list(Map.of("X-Forwarded-For", "203.0.113.7")).statusCode());
        assertEquals(404, list(Map.of("Forwarded", "for=203.0.113.7")).statusCode());
        assertEquals(404, list(Map.of("Origin", "https://example.com")).statusCode());
        assertEquals(404, list(Map.of("Host", "cowork.example.com")).statusCode());
        assertEquals(400, replay("in-1 or 1=1", "ops").statusCode());
        assertEquals(404, replay("in-00000000", "ops").statusCode());
    }

    private Response list(Map<String, String> headers) {
        return RestAssured.given().headers(headers).get(operator);
    }

    private Response replay(String reference, String by) {
        return RestAssured.given().header("X-Operator", by).post(operator + "/{reference}/replay", reference);
    }
}
