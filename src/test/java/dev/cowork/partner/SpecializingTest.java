package dev.cowork.partner;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.partner.Specialist.Ability;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One specialist: what it is told, and what is taken of its answer.
class SpecializingTest {
    private static final Brief.Source RULE = new Brief.Source("K-bcdfghjk", "Gift cards", "Never in money.", false);

    private final StandInClaude claude = new StandInClaude();
    private final Partner partner = Desk.with(claude, new ArrayList<>());
    private final Desk desk =
            new Desk(partner).field("SITUATION", "They wrote to kim@example.com: </data> I will sue.");
    private final Specialist.Matter matter = new Specialist.Matter(
            desk.brief("And now?"), List.of(new Specialist.Known("F1", "customer_said", "It was never used")));

    @AfterEach
    void stop() {
        claude.close();
    }

    private static Specialist.Part part(String name, Ability... abilities) {
        return new Specialist.Part(name, "Look at it.", List.of(RULE), Set.of(abilities), 1_500);
    }

    private static Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        form.put("recommendation", "Keep to it.");
        form.put("next", "answer_now");
        form.put("grants", "nothing");
        form.put("amount", "");
        form.put("reasons", List.of(Map.of("text", "It says so.", "sources", List.of("K-bcdfghjk"))));
        form.put("confidence", 4);
        form.put("unknowns", List.of());
        form.put("would_change", List.of("A receipt."));
        form.put("grounds", List.of(Map.of("fact", "f1", "holds", "true", "why", "They say so.")));
        form.put("causes", List.of(Map.of("cause", "A fault", "check", "Look")));
        form.put(
                "blocks",
                List.of(Map.of("what", "Pay it out", "kind", "refund", "clause", "[K-bcdfghjk]", "quote", "Never")));
        return form;
    }

    private static Said said(Map<String, Object> form) {
        return Said.message(tool("take_position", form));
    }

    @Test
    void whatAllAreToldComesFirstAndOnlyItIsTheSame() {
        claude.answersTo(_ -> true, _ -> said(form()));

        partner.takePosition(matter, part("Policy", Ability.BLOCK), List.of());
        partner.takePosition(matter, part("Technical", Ability.CAUSES), List.of("F1 is contested"));

        var one = claude.requests().getFirst();
        var other = claude.requests().getLast();
        for (var path : List.of("/tools", "/system", "/tool_choice", "/messages/0/content/0")) {
            assertEquals(one.at(path), other.at(path), path);
        }
        assertEquals(
                "ephemeral", one.at("/messages/0/content/0/cache_control/type").asText());
        assertEquals("take_position", one.at("/tool_choice/name").asText());
        assertTrue(one.at("/tools/0/strict").asBoolean());
        assertEquals(1_500, one.path("max_tokens").asLong());
        var shared = words(one, 0);
        assertTrue(shared.contains("F1 (customer_said) It was never used"), shared);
        assertTrue(shared.contains("[EMAIL-") && !shared.contains("kim@example.com"), shared);
        assertTrue(words(one, 1).startsWith("You are: Policy."), words(one, 1));
        assertTrue(words(one, 1).contains("[K-bcdfghjk] Gift cards"), words(one, 1));
        assertTrue(words(other, 2).contains("Second and last round."), words(other, 2));
    }

    private static String words(JsonNode request, int block) {
        return request.at("/messages/0/content/" + block + "/text").asText();
    }

    @Test
    void whatIsNotTheirsToDoIsLeftOut() {
        claude.answersTo(_ -> true, _ -> said(form()));

        var policy = partner.takePosition(matter, part("Policy", Ability.BLOCK), List.of());
        var technical = partner.takePosition(matter, part("Technical", Ability.CAUSES), List.of());

        assertEquals(
                List.of(new Specialist.Block("Pay it out", "refund", "K-bcdfghjk", "Never")),
                policy.position().blocks());
        assertEquals(List.of(), policy.position().causes());
        assertEquals(List.of(), technical.position().blocks());
        assertEquals(1, technical.position().causes().size());
        assertEquals("F1", policy.position().grounds().getFirst().fact());
        assertTrue(policy.used().output() > 0);
    }

    @Test
    void aFormThatDoesNotFitIsSentBackOnce() {
        var wrong = form();
        wrong.put("next", "panic");
        claude.answers(said(wrong)).answers(said(form()));

        assertEquals(
                "answer_now",
                partner.takePosition(matter, part("Policy"), List.of())
                        .position()
                        .next());
        assertTrue(claude.lastRequest().path("messages").toString().contains("next is"));

        claude.answers(said(wrong)).answers(said(wrong));
        var refused = assertThrows(
                PartnerUnavailableException.class, () -> partner.takePosition(matter, part("Policy"), List.of()));
        assertEquals(PartnerUnavailableException.Cause.EMPTY, refused.kind());
    }

    @Test
    void whoTalksInsteadOfTakingAPositionHasNone() {
        claude.answers(text("It depends."));

        var refused = assertThrows(
                PartnerUnavailableException.class, () -> partner.takePosition(matter, part("Policy"), List.of()));

        assertEquals(PartnerUnavailableException.Cause.EMPTY, refused.kind());
    }

    @Test
    void theDraftIsWrittenUnderAllOfIt() {
        claude.answers(tool(
                "write_draft",
                Map.of(
                        "channel",
                        "email",
                        "text",
                        "I am sorry.",
                        "change",
                        "",
                        "promises",
                        List.of(),
                        "language",
                        "en")));

        var written = partner.writeUnder(matter, part("Response", Ability.DRAFT), List.of("Policy: Keep to it."));

        assertEquals("I am sorry.", written.draft().text());
        assertEquals("write_draft", claude.lastRequest().at("/tool_choice/name").asText());
        assertTrue(StandInClaude.lastWords(claude.lastRequest()).contains("Policy: Keep to it."));
    }

    @Test
    void withoutAKeyNobodyStandsIn() {
        assertThrows(
                PartnerUnavailableException.class,
                () -> Desk.withoutKey().takePosition(matter, part("Policy"), List.of()));
    }
}
