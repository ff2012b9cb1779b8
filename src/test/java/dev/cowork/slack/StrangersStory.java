package dev.cowork.slack;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.CaseThread;
import dev.cowork.story.Desk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// People of another workspace press every button there is, send off every form and type every command, all with
/// the ids of ours, as a supervisor of theirs who has the same id as ours. They learn nothing and change nothing.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class StrangersStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "TPLAY0001";
    private static final List<String> PEOPLE = List.of("UANA00001", "USAM00001", "UMIA00001");

    /// A button or form by its id, and what it carries.
    private record Carried(String id, String value) {}

    @TestHTTPResource("/")
    URI application;

    @TestHTTPResource("/slack/events")
    URI address;

    @Inject
    DataSource source;

    @Inject
    Switchboard switchboard;

    StandInClaude claude;

    private final String theirs = Requests.unique("TX").toUpperCase(java.util.Locale.ROOT);
    private final String secret = Requests.unique("porcelain");

    @Test
    void nothingOfOursIsSeenOrChanged() throws JsonProcessingException {
        var desk = Desk.open(application);
        claude.forget();
        claude.answersTo(
                secret,
                Said.message(
                        text("Let us look at it."),
                        tool(
                                "write_draft",
                                Map.of(
                                        "channel",
                                        "email",
                                        "text",
                                        "We are sorry about your " + secret + ".",
                                        "change",
                                        "")),
                        refund("150.00", "The " + secret + " broke twice.")));
        var before = desk.slack().lastCall();
        var thread = desk.ana().cowork("The " + secret + " broke twice. They paid $150.");
        thread.presses("Send to supervisor");
        desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve") && post.says(secret));
        desk.ana().opensHome();
        desk.mia().opensHome();
        var session =
                database().one("select id from session where workspace = ? and thread_ts = ?", OURS, thread.root());
        settled(OURS);
        var was = ours(session);

        var shown = new TreeMap<String, Set<Carried>>();
        desk.slack().calls(before).forEach(call -> gather(call, shown));
        assertTrue(shown.size() > 12, shown.keySet().toString());
        everythingIsDone(thread, session, shown);
        settled(theirs);

        assertEquals(was, ours(session));
        assertEquals(
                List.of(),
                database()
                        .all(
                                "select body from outbox where workspace = ? and position(? in body) > 0",
                                theirs,
                                secret));
        assertEquals(0, database().count("select count(*) from proposal where workspace = ?", theirs));
        // Work for what is not there may fail, and says nothing of it.
        assertEquals(
                List.of(),
                database()
                        .all(
                                "select error from inbox where workspace = ? and position(? in error) > 0",
                                theirs,
                                secret));
    }

    private void everythingIsDone(CaseThread thread, String session, Map<String, Set<Carried>> shown) {
        for (var person : PEOPLE) {
            for (var each : switchboard.addresses()) {
                var known = shown.getOrDefault(each.id(), Set.of(new Carried(each.id(), session)));
                for (var one : known) {
                    // What no button of ours carries, and no form filled in, may be refused as unreadable.
                    var isOurs = shown.containsKey(each.id()) && each.kind() == Address.Kind.ACTION;
                    var fine = isOurs ? Set.of(200) : Set.of(200, 400, 503);
                    switch (each.kind()) {
                        case ACTION -> knock(fine, "payload", press(person, thread, one.id(), one.value()));
                        case FORM -> knock(fine, "payload", form(person, one.id(), one.value()));
                        case SHORTCUT -> knock(fine, "payload", shortcut(person, thread, one.id()));
                        default -> {}
                    }
                }
            }
            for (var words :
                    List.of("list", "tips " + secret, "impact", "help", "forget " + secret, "export " + session)) {
                knock(
                        Set.of(200),
                        "command",
                        "/cowork",
                        "text",
                        words,
                        "team_id",
                        theirs,
                        "user_id",
                        person,
                        "channel_id",
                        thread.channel(),
                        "trigger_id",
                        Requests.unique("t"),
                        "response_url",
                        "http://127.0.0.1:1/");
            }
        }
    }

    private void knock(Set<Integer> fine, String... pairs) {
        var body = Requests.form(pairs).getBytes(StandardCharsets.UTF_8);
        var at = String.valueOf(Requests.now());
        var status = new Door(address).post(Requests.FORM, body, at, Requests.signature(Requests.SECRET, at, body));
        assertTrue(fine.contains(status), () -> status + " to " + String.join(" ", pairs));
    }

    private String press(String person, CaseThread thread, String action, String value) {
        return """
                {"type":"block_actions","trigger_id":"%s","team":{"id":"%s"},"user":{"id":"%s","team_id":"%s"},
                 "channel":{"id":"%s"},"container":{"type":"message","message_ts":"%s","channel_id":"%s"},
                 "message":{"type":"message","ts":"%s","thread_ts":"%s","text":"x"},
                 "actions":[{"type":"button","action_id":"%s","block_id":"b","value":%s,"action_ts":"%s",
                             "text":{"type":"plain_text","text":"Press"}}]}""".formatted(
                        Requests.unique("t"),
                        theirs,
                        person,
                        theirs,
                        thread.channel(),
                        thread.root(),
                        thread.channel(),
                        thread.root(),
                        thread.root(),
                        action,
                        quoted(value),
                        Requests.unique("9."));
    }

    private String form(String person, String callback, String metadata) {
        return """
                {"type":"view_submission","trigger_id":"%s","team":{"id":"%s"},"user":{"id":"%s","team_id":"%s"},
                 "view":{"id":"%s","callback_id":"%s","hash":"h","private_metadata":%s,
                         "state":{"values":{}}}}""".formatted(
                        Requests.unique("t"), theirs, person, theirs, Requests.unique("V"), callback, quoted(metadata));
    }

    private String shortcut(String person, CaseThread thread, String callback) {
        return """
                {"type":"message_action","callback_id":"%s","trigger_id":"%s","team":{"id":"%s"},
                 "user":{"id":"%s","team_id":"%s"},"channel":{"id":"%s"},"response_url":"http://127.0.0.1:1/",
                 "message":{"ts":"%s","thread_ts":"%s","text":"x"}}""".formatted(
                callback, Requests.unique("t"), theirs, person, theirs, thread.channel(), thread.root(), thread.root());
    }

    private static String quoted(String value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /// Every button with what it carries, and every form with what it remembers, by their names.
    private static void gather(JsonNode node, Map<String, Set<Carried>> shown) {
        if (node.isTextual()) {
            var words = node.asText();
            if (words.startsWith("{") || words.startsWith("[")) {
                try {
                    gather(JSON.readTree(words), shown);
                } catch (JsonProcessingException justWords) {
                    return;
                }
            }
        }
        if (node.path("action_id").isTextual()) {
            var id = node.path("action_id").asText();
            keep(
                    shown,
                    id.replaceFirst(":.*", ""),
                    new Carried(id, node.path("value").asText()));
        }
        if (node.path("callback_id").isTextual()) {
            var id = node.path("callback_id").asText();
            keep(shown, id, new Carried(id, node.path("private_metadata").asText()));
        }
        node.forEach(each -> gather(each, shown));
    }

    private static void keep(Map<String, Set<Carried>> shown, String name, Carried value) {
        var known = shown.computeIfAbsent(name, _ -> new HashSet<>());
        if (known.size() < 3) {
            known.add(value);
        }
    }

    /// All rows of ours in which the session is named, as one number a table.
    private Map<String, String> ours(String session) {
        var all = new TreeMap<String, String>();
        for (var table : database().all("""
                select distinct table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'workspace'
                    and table_name not in ('inbox', 'outbox', 'lane', 'pace')""")) {
            all.put(
                    table,
                    database()
                            .one(
                                    "select md5(string_agg(x, ',' order by x)) from (select t::text x from " + table
                                            + " t where workspace = ?) s where position(? in x) > 0",
                                    OURS,
                                    session));
        }
        return all;
    }

    private void settled(String workspace) {
        Eventually.is(
                "nothing of " + workspace + " waits",
                Duration.ofSeconds(45),
                () -> database().count("""
                        select (select count(*) from inbox where workspace = ? and state = 'WAITING')
                            + (select count(*) from outbox where workspace = ? and state in ('PENDING', 'SENDING'))""", workspace, workspace) == 0,
                () -> database().all("select kind from inbox where workspace = ? and state = 'WAITING'", workspace));
    }

    private Database database() {
        return new Database(source);
    }
}
