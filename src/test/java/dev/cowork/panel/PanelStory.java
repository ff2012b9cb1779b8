package dev.cowork.panel;

import static dev.cowork.panel.Spoken.position;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.audit.AuditChain;
import dev.cowork.audit.Finding;
import dev.cowork.knowledge.Knowledge;
import dev.cowork.partner.Partners;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.CaseThread;
import dev.cowork.story.Desk;
import dev.cowork.story.Shelves;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three specialists in one thread: they agree, they disagree, policy blocks, one is late, and somebody stops them.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class PanelStory {
    private static final WorkspaceId HERE = new WorkspaceId("TPLAY0001");
    private static final String RULE = "Gift cards are never refunded in money.";
    private static final String FILE = "policies/panel-story.md";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private final Knowledge knowledge;
    private final AuditChain audit;
    private final CallingPanel calling;
    private final Database database;
    private final Shelves shelves = new Shelves();
    private Desk desk;
    private String clause;

    PanelStory(Knowledge knowledge, AuditChain audit, CallingPanel calling, DataSource source) {
        this.calling = calling;
        this.knowledge = knowledge;
        this.audit = audit;
        this.database = new Database(source);
    }

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        shelves.bring(HERE.value(), FILE, "# Gift cards\n\n## Gift cards in money\n" + RULE + "\n");
        clause = knowledge.find(HERE, RULE, 10).stream()
                .filter(passage -> passage.path().equals(FILE))
                .findFirst()
                .orElseThrow()
                .ref();
        claude.answersTo(
                _ -> true,
                _ -> Said.message(
                        text("Let's look at it."),
                        tool(
                                "note_facts",
                                Map.of(
                                        "facts",
                                        List.of(Map.of(
                                                "standing", "customer_said",
                                                "statement", "The gift card was never used",
                                                "replaces", "",
                                                "answers", ""))))));
        says(
                "Policy",
                position("Keep to the rule on gift cards.", "answer_now", "credit")
                        .because("It says so.", clause));
        says("Technical", position("Look at the log first.", "no_view", "no_view"));
        says("Response", position("Say sorry and send a new card.", "answer_now", "credit"));
        claude.answersTo("All have spoken.", Spoken.draft("I am sorry. Here is what we do."));
    }

    @AfterEach
    void takeOut() {
        shelves.takeOut(HERE.value(), FILE);
    }

    private void says(String who, Spoken said) {
        claude.answersTo(isFirstOf(who), _ -> said.said());
    }

    private static java.util.function.Predicate<String> isFirstOf(String who) {
        return words -> words.contains("You are: " + who + ".")
                && !words.contains("Second and last round.")
                && !words.contains("All have spoken.");
    }

    private static java.util.function.Predicate<String> isSecondOf(String who) {
        return words -> words.contains("You are: " + who + ".") && words.contains("Second and last round.");
    }

    private List<JsonNode> positionsAsked() {
        return claude.requests().stream()
                .filter(it -> it.path("tool_choice").path("name").asText().equals("take_position"))
                .toList();
    }

    private CaseThread called() {
        var thread = desk.ana().cowork("A hard one: the gift card did not work, and they are furious.");
        thread.shows("Let's look at it.");
        desk.ana().presses(thread.card(), "Call the specialists");
        return thread;
    }

    private String sessionOf(CaseThread thread) {
        return database.one(
                "select id::text from session where thread_ts = ? and workspace = ?", thread.root(), HERE.value());
    }

    @Test
    void whereTheyAgreeTheAnswerIsWrittenUnderAllOfThem() {
        says(
                "Technical",
                position("The card was activated twice.", "no_view", "no_view")
                        .suspects("The card was activated twice", "Look at the activation log"));

        var thread = called();

        var decided = thread.shows("They agree");
        assertTrue(decided.says("What to do first: *answer now* (Policy, Response)"), decided.words());
        assertTrue(decided.says("What the customer gets: *credit* (Policy, Response)"), decided.words());
        assertTrue(decided.says("Called by <@UANA00001>"), decided.words());
        thread.shows("✓ *Policy*: Keep to the rule on gift cards.");
        assertTrue(thread.shows("Would change its mind").says("Gift cards in money"), "reasons name their passage");
        thread.sees("the draft", post -> post.says("I am sorry. Here is what we do.") && post.has("Use this"));
        assertTrue(thread.isWithout("You decide."));
        Eventually.is(
                "the ledger has the cause and its test",
                () -> thread.card().says("The card was activated twice · check: Look at the activation log"));
        var asked = positionsAsked();
        assertEquals(3, asked.size());
        assertEquals(1, asked.stream().map(PanelStory::shared).distinct().count(), "they begin with the same words");
        assertEquals(
                "ephemeral",
                asked.getFirst().at("/messages/0/content/0/cache_control/type").asText());
        thread.says("What did they say?");
        thread.sees("the partner's next answer", post -> post.says("Let's look at it.") && !post.has("Use this"));
        Eventually.is(
                "the partner knows what they said",
                () -> claude.requests().toString().contains("Their positions, as data"));
    }

    /// All that stands before what one is told alone.
    private static String shared(JsonNode request) {
        return request.path("tools").toString()
                + request.path("system")
                + request.at("/messages/0/content/0").toString();
    }

    @Test
    void whatPolicyBlocksIsLiftedBySomebodyWhoMayWithAReasonInTheAudit() {
        says(
                "Policy",
                position("Do not pay it out.", "answer_now", "credit")
                        .blocks("Pay the gift card out in money", "refund", clause, RULE));
        says(
                "Response",
                position("Give them their money back.", "answer_now", "refund").amount("50 USD"));
        var thread = called();
        var card = thread.sees("the block", post -> post.says("*Blocked:* Pay the gift card out in money"));
        assertTrue(card.says("*credit* (Policy) or *refund of $50.00* (Response)"), card.words());
        assertTrue(
                card.has("Keep to the policy") && card.has("Go with Policy"),
                () -> card.buttons().toString());
        assertFalse(card.has("Go with Response"), () -> card.buttons().toString());

        thread.presses("Lift the block");
        desk.ana().isTold(Desk.SUPPORT, "A block by policy is lifted by a supervisor or a manager.");
        thread.presses("Ask for it to be lifted");
        var waiting = desk.sam()
                .sees(
                        Desk.APPROVALS,
                        "the block",
                        post -> post.says("Pay the gift card out in money") && post.has("Lift the block"));
        var form = desk.sam().pressesForForm(waiting, "Lift the block");
        assertEquals(
                Map.of("Why may it be done this time?", "Say why in a sentence: from 10 to 500 characters."),
                form.refused(Map.of("Why may it be done this time?", "ok")));
        form.submit(Map.of("Why may it be done this time?", "The card was faulty, so the purchase is void."));

        var lifted = thread.sees("who lifted it", post -> post.says("*Block lifted by <@USAM00001>:*"));
        assertTrue(lifted.says("The card was faulty, so the purchase is void."), lifted.words());
        desk.sam().sees(Desk.APPROVALS, "the same there", post -> post.says("Block lifted by <@USAM00001>"));
        thread.presses("Go with Response");
        thread.sees("the draft", post -> post.says("I am sorry. Here is what we do.") && post.has("Use this"));
        thread.shows("*Go with Response*, decided by <@UANA00001>");
        var entered = database.all(
                "select body from audit_entry where workspace = ? and body like ? order by seq",
                HERE.value(),
                "%" + sessionOf(thread) + "%");
        assertEquals(3, entered.size(), entered.toString());
        assertTrue(
                entered.get(0).contains("\"deed\":\"blocked\"")
                        && entered.get(0).contains(clause),
                entered.get(0));
        assertTrue(
                entered.get(1).contains("\"deed\":\"refused\"")
                        && entered.get(1).contains("UANA00001"),
                entered.get(1));
        assertTrue(entered.get(2).contains("\"deed\":\"block lifted\""), entered.get(2));
        assertTrue(entered.get(2).contains("USAM00001") && entered.get(2).contains("wordsSha256"), entered.get(2));
        assertTrue(audit.verify(HERE) instanceof Finding.Intact);
    }

    @Test
    void whileABlockStandsNoDraftPromisesWhatItForbids() {
        says(
                "Policy",
                position("Do not pay it out.", "answer_now", "no_view")
                        .blocks("Pay the gift card out in money", "refund", clause, RULE)
                        .blocks("Be unkind", "other", "K-bcdfghjk", "Nowhere"));
        claude.answersTo("All have spoken.", Spoken.draft("We will refund you $20."));
        var thread = called();
        thread.sees("what is no block", post -> post.says("Not taken as a block") && post.says("Be unkind"));

        thread.presses("Keep to the policy");

        thread.sees("the draft", post -> post.says("We will refund you $20.") && post.has("Use this"));
        thread.presses("Use this");
        thread.shows("It promises what is blocked by policy: Pay the gift card out in money");
        thread.shows("*Blocked, and kept to by <@UANA00001>:*");
    }

    @Test
    void aConflictAboutFactsIsLookedAtOnceMoreByThoseWhoHaveIt() {
        says(
                "Technical",
                position("It was used.", "no_view", "no_view").sees("F1", "false", "The log has a purchase."));
        says(
                "Response",
                position("Send a new card.", "answer_now", "credit").sees("F1", "true", "They say so, twice."));
        claude.answersTo(
                isSecondOf("Technical"),
                _ -> position("It was used.", "no_view", "no_view")
                        .sees("F1", "false", "The log has a purchase.")
                        .said());
        claude.answersTo(
                isSecondOf("Response"),
                _ -> position("Ask about the purchase.", "answer_now", "credit")
                        .sees("F1", "false", "A log beats a memory.")
                        .said());

        var thread = called();

        thread.shows("Second round");
        var card = thread.shows("two rounds");
        assertTrue(card.says("They agree") && !card.says("They disagree"), card.words());
        thread.sees("the new position", post -> post.says("Ask about the purchase.") && post.says("confidence"));
        thread.sees("the draft", post -> post.says("I am sorry. Here is what we do.") && post.has("Use this"));
        assertEquals(5, positionsAsked().size(), "policy has no part in the second round");
        assertTrue(positionsAsked().stream()
                .map(JsonNode::toString)
                .anyMatch(it -> it.contains("The log has a purchase") && it.contains("Second and last round")));
    }

    @Test
    void whoIsLateIsNamedAndTheOthersStand() {
        claude.answersTo(isFirstOf("Technical"), _ -> Said.hangs());
        var thread = called();
        thread.sees("that two have spoken", post -> post.says("Keep to the rule on gift cards."));
        Eventually.is(
                "two are kept",
                () -> database.count(
                                "select count(*) from panel_seat s join panel p on p.id = s.panel where p.session = ?::uuid",
                                sessionOf(thread))
                        == 2);

        database.change("update panel set due_at = now() where session = ?::uuid", sessionOf(thread));

        thread.shows("✗ *Technical* is missing: it took too long");
        thread.shows("*Technical* is missing: it took too long. The others stand.");
        thread.sees("the draft", post -> post.says("I am sorry. Here is what we do.") && post.has("Use this"));
    }

    @Test
    void theyAreStoppedInTheMiddleAndOnlyOncePerSessionAtATime() {
        claude.answersTo(isFirstOf("Response"), _ -> Said.hangs());
        var thread = called();
        Eventually.is("they are at work", () -> positionsAsked().size() == 3);
        desk.ana().presses(thread.card(), "Call the specialists");
        desk.ana().isTold(Desk.SUPPORT, "The specialists are at work in this session already.");

        thread.says("stop");

        var board = thread.shows("Stopped by <@UANA00001>.");
        assertTrue(board.says("*Response* had not spoken"), board.words());
        thread.says("And now?");
        thread.sees(
                "the partner goes on",
                post -> post.says("Let's look at it.") && post.ts().compareTo(board.ts()) > 0);
        assertTrue(thread.isWithout("They agree"));
        assertTrue(thread.isWithout("Here is what we do"));
    }

    @Test
    void twoThatFailEndItAndThePartnerGoesOn() {
        claude.answersTo(isFirstOf("Technical"), _ -> Said.refuses());
        claude.answersTo(isFirstOf("Response"), _ -> Said.message(text("I would rather talk.")));
        claude.answersTo("did not answer, so nothing is decided", Said.message(text("Then I go on alone.")));

        var thread = called();

        var end = thread.shows("*The specialists end here*: Technical and Response are missing.");
        assertTrue(thread.shows("✓ *Policy*: Keep to the rule").says("✗ *Technical* is missing: Claude declined"));
        assertTrue(thread.shows("Then I go on alone.").ts().compareTo(end.ts()) > 0);
    }

    /// The application of the tests has a key: the press goes past it.
    @Test
    void withoutClaudeThePressIsAnsweredInWords() {
        var thread = desk.ana().cowork("The scooter stopped again on a hill.");
        thread.shows("Let's look at it.");
        var gesture = new Gesture(HERE, new MemberId(desk.ana().id()), HERE, "without-claude");
        var pressed = new Inbound.Pressed(
                gesture, "panel_call:case", sessionOf(thread), "", Optional.empty(), Optional.empty());

        var reply = new CallListener(calling, Partners.withoutKey()).atOnce(pressed);

        assertTrue(
                reply instanceof Reply.Whisper(String words)
                        && words.startsWith("The specialists are Claude, and I work without it here: there is no key."),
                reply.toString());
        assertTrue(
                new CallListener(calling, Partners.asking("http://127.0.0.1:1", "key", "claude")).atOnce(pressed)
                        instanceof Reply.Later);
    }

    @Test
    void aClosedSessionTakesTheButtonsAwayAndStopsWhoIsAtWork() {
        says("Response", position("Give them their money back.", "check_first", "credit"));
        var thread = called();
        thread.offers("Go with Policy");

        thread.closes("Resolved");

        Eventually.is("no button is left", () -> thread.posts().stream().noneMatch(post -> post.has("Go with Policy")));
    }

    @Test
    void whereMuchComesTogetherTheySuggestThemselvesWithTheReason() {
        var thread = desk.ana()
                .cowork("They are furious and threaten with a lawyer: error 500 at checkout, and they want"
                        + " a refund outside the return policy, for the second time.");

        var hint = thread.shows("*This may be a case for the specialists:*");
        assertTrue(hint.has("Call the specialists"));
        assertTrue(hint.says("angry or escalated customer"), hint.words());
        assertTrue(desk.ana().cowork("Is the shop open on Sunday?").isWithout("This may be a case"));
    }
}
