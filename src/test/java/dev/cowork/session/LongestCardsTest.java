package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Move;
import dev.cowork.proposal.Ruling;
import dev.cowork.slack.Message;
import dev.cowork.workspace.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Nothing fails because somebody wrote a lot: every card stays inside Slack's limits, and the partner's words are all
/// there.
class LongestCardsTest {
    /// Made once: it takes longer than what it does.
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private static final String LONG = "A long <!channel> & \"word\" 😀 of *theirs*.\n".repeat(1000);
    private final Session session = SessionTest.session();

    @Test
    void answers() {
        var messages = AnswerCard.of(new Answer(
                LONG,
                List.of(),
                Author.PLAYBOOK,
                "",
                Answer.Usage.NONE,
                IntStream.range(0, 40).mapToObj(_ -> LONG).toList()));

        fit(messages);
        var shown = messages.stream()
                .map(it -> json(it).path(0).path("text").asText())
                .collect(Collectors.joining());
        assertEquals(dev.cowork.slack.SlackText.disarmed(LONG), shown);
        assertTrue(json(messages.getLast()).toString().contains("Answered by the playbook, not by Claude"));
    }

    @Test
    void questionsApproachesAndReplies() {
        var turn = SessionTest.running(session);
        var questions = IntStream.range(0, 60)
                .mapToObj(number -> new AskedQuestion(turn, 1, number, LONG, SessionTest.NOON))
                .toList();
        var asked = QuestionsCard.of(questions);
        fit(asked);
        questions.forEach(question -> question.answer(LONG));
        assertEquals(asked.size(), QuestionsCard.of(questions).size());
        var points =
                IntStream.range(0, 40).mapToObj(_ -> LONG.substring(0, 3500)).toList();
        var offered = new Move.OfferApproaches.Approach(LONG, LONG, points, points, LONG, LONG);
        fit(ApproachesCard.of(IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Approach(turn, 1, number, offered, LONG))
                .toList()));
        fit(RepliesCard.of(IntStream.range(0, 20)
                .mapToObj(_ -> new Move.AnticipateReplies.LikelyReply(LONG, LONG))
                .toList()));
        fit(List.of(CoachCard.of(LONG), NoticeCard.of(CardText.inline(LONG, 500))));
    }

    @Test
    void draftsWordForWord() {
        var draft = Draft.byPartner(session, 1, new Move.WriteDraft("email", LONG, LONG), SessionTest.NOON);

        var messages = DraftCard.of(draft, false, DraftReading.CLEAN);

        fit(messages);
        var quoted = messages.stream()
                .flatMap(it -> json(it).findParents("type").stream())
                .filter(it -> it.path("type").asText().equals("rich_text_quote"))
                .map(it -> it.path("elements").path(0).path("text").asText())
                .collect(Collectors.joining());
        assertEquals(LONG, quoted);
        assertTrue(json(messages.getLast()).toString().contains("Use this"));
        var locked = new PromiseLock.Locked(IntStream.range(0, 50)
                .mapToObj(_ -> new PromiseLock.Promise(LONG, "needs an approval"))
                .toList());
        fit(List.of(LockedCard.of(draft, locked)));
    }

    @Test
    void suggestions() {
        var compensation = Suggestion.of(session, new Move.SuggestCompensation(LONG, LONG, LONG, LONG));
        var escalation = Suggestion.of(session, new Move.SuggestEscalation("legal", "now", LONG, LONG));

        fit(SuggestionCard.of(compensation, Optional.empty()));
        fit(SuggestionCard.of(escalation, Optional.of(new Ruling.NeedsSupervisor(LONG))));
        assertTrue(!json(SuggestionCard.of(compensation, Optional.empty()).getLast())
                .toString()
                .contains("Send to supervisor"));
    }

    @Test
    void cases() {
        var fields = IntStream.range(0, 30)
                .mapToObj(_ -> new Brief.Field(LONG, LONG))
                .toList();
        var facts = IntStream.range(0, 300)
                .mapToObj(at -> new Fact(session, Standing.values()[at % 6], LONG, SessionTest.NOON))
                .toList();
        var members =
                IntStream.range(0, 200).mapToObj(at -> new MemberId("U" + at)).collect(Collectors.toSet());

        fit(List.of(CaseCard.of(new CaseCard.Case(session, LONG, LONG, fields, facts, members))));
        session.close(SessionTest.ANA, SessionTest.ending("resolved", LONG), 1, SessionTest.NOON);
        var closed = CaseCard.of(new CaseCard.Case(session, "Training", "", List.of(), List.of(), Set.of()));
        assertTrue(!json(closed).toString().contains("button"), "no live buttons");
    }

    @Test
    void theDraftToBeEdited() {
        var draft = Draft.byPartner(session, 1, new Move.WriteDraft("email", LONG, ""), SessionTest.NOON);

        var view = DraftModal.of(draft);

        assertTrue(view.getBlocks().size() <= 100);
        var json = read(GSON.toJson(view));
        json.findValuesAsText("initial_value").forEach(it -> assertTrue(it.length() <= 3000));
        assertEquals(LONG, String.join("", json.findValuesAsText("initial_value")));
        assertTrue(view.getPrivateMetadata().length() <= 3000);
    }

    private static void fit(List<Message> messages) {
        assertTrue(!messages.isEmpty());
        for (var message : messages) {
            var blocks = json(message);
            assertTrue(blocks.size() <= 50, blocks.size() + " blocks");
            var markdown = 0;
            var all = 0;
            for (var block : blocks) {
                all += block.toString().length();
                switch (block.path("type").asText()) {
                    case "markdown" -> markdown += block.path("text").asText().length();
                    case "section" -> section(block);
                    case "context" -> assertTrue(block.path("elements").size() <= 10);
                    case "actions" -> buttons(block);
                    default -> {}
                }
                block.findValuesAsText("text").forEach(it -> assertTrue(it.length() <= 12_000));
            }
            assertTrue(markdown <= 12_000, markdown + " characters of markdown");
            assertTrue(all <= 40_000, all + " characters of JSON");
        }
    }

    private static void section(JsonNode block) {
        assertTrue(block.path("text").path("text").asText().length() <= 3000);
        assertTrue(block.path("fields").size() <= 10);
        block.path("fields")
                .forEach(field -> assertTrue(field.path("text").asText().length() <= 2000));
    }

    private static void buttons(JsonNode block) {
        assertTrue(block.path("elements").size() <= 25);
        var ids = StreamSupport.stream(block.path("elements").spliterator(), false)
                .map(it -> it.path("action_id").asText())
                .collect(Collectors.toSet());
        assertEquals(block.path("elements").size(), ids.size(), "each button of a block has its own id");
        block.path("elements").forEach(it -> {
            assertTrue(it.path("value").asText().length() <= 2000);
            assertTrue(it.path("text").path("text").asText().length() <= 75);
        });
    }

    private static JsonNode json(Message message) {
        return read(GSON.toJson(message.blocks()));
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
