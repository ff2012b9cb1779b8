package dev.cowork.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"refund","amount":150,"currency":"USD","reason":"r"}        | 150.00 USD
            {"kind":"refund","amount":"150","currency":"usd","reason":"r"}      | 150.00 USD
            {"kind":"Refund","amount":"$1,500.50","currency":"","reason":"r"}   | 1500.50 USD
            {"kind":"refund","amount":"12.5 EUR","reason":"r"}                  | 12.50 EUR
            {"kind":"policy exception","amount":0,"currency":"USD","reason":"r"}| 0.00 USD
            """)
    void readsAmountsHoweverTheyAreWritten(String input, String amount) {
        var move = (Move.SuggestCompensation) fits("suggest_compensation", input);

        assertEquals(amount, move.amount() + " " + move.currency());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            suggest_compensation | {"kind":"gold","amount":"1","currency":"USD","reason":"r"}   | kind is "gold", not one of [refund, credit, replacement, discount, gesture, policy_exception]
            suggest_compensation | {"kind":"refund","amount":"a lot","currency":"USD","reason":"r"} | amount and currency are no amount of money
            suggest_compensation | {"kind":"refund","amount":"-5","currency":"USD","reason":"r"}  | amount and currency are no amount of money
            suggest_compensation | {"kind":"refund","amount":"1.234","currency":"USD","reason":"r"} | amount and currency are no amount of money
            suggest_compensation | {"kind":"refund","amount":"5","currency":"Dollars","reason":"r"} | amount and currency are no amount of money
            suggest_compensation | {"kind":"refund","amount":"5","reason":"r"}                   | currency is empty
            suggest_compensation | {"kind":"refund","amount":"0","currency":"USD","reason":"r"}  | amount is 0
            suggest_compensation | {"kind":"refund","amount":"5","currency":"USD"}               | reason is empty
            write_draft          | {"channel":"email","text":" \\u200b ","change":""}            | text is empty
            write_draft          | {"channel":"fax","text":"Dear Kim","change":""}               | channel is "fax", not one of [email, chat, phone]
            note_facts           | {"facts":[{"standing":"certain","statement":"x"}]}            | standing is "certain", not one of [customer_said, verified, assumed, unknown, tried, ruled_out]
            note_facts           | {"facts":[]}                                                  | facts has 0 entries, not between 1 and 40
            ask_questions        | {"questions":["", " "]}                                       | questions has 0 entries, not between 1 and 12
            suggest_escalation   | {"to":"ceo","urgency":"now","summary":"s","holding_reply":""} | to is "ceo", not one of [supervisor, management, legal, technical]
            coach                | {}                                                            | note is empty
            coach                | []                                                            | its input is no JSON object
            approve_refund       | {"amount":"1000000"}                                          | there is no tool of that name
            """)
    void saysWhyInputIsNoMove(String tool, String input, String problem) {
        assertEquals(new Reading.Unfit(problem), MoveReader.read(tool, json(input)));
    }

    @Test
    void takesTwoToFourApproachesAndNoOtherNumber() {
        for (var count = 0; count <= 6; count++) {
            var ways = new ArrayList<String>();
            for (var at = 0; at < count; at++) {
                ways.add("{\"title\":\"t" + at + "\",\"summary\":\"s\",\"pros\":\"one\",\"cons\":[]}");
            }
            var reading = MoveReader.read("offer_approaches", json("{\"approaches\":" + ways + "}"));

            assertEquals(count >= 2 && count <= 4, reading instanceof Reading.Fits, count + " approaches");
        }
    }

    @Test
    void fillsInWhatIsMissingAndMayBe() {
        assertEquals(new Move.WriteDraft("email", "Dear Kim", ""), fits("write_draft", "{\"text\":\"Dear Kim\"}"));
        assertEquals(
                new Move.SuggestEscalation("legal", "this_week", "s", "h"),
                fits(
                        "suggest_escalation",
                        "{\"to\":\"Legal\",\"urgency\":\"this week\",\"summary\":\"s\",\"holdingReply\":\"h\"}"));
        assertEquals(
                new Move.AskQuestions(List.of("Why?", "When?")),
                fits("ask_questions", "{\"questions\":[{\"question\":\"Why?\"},\"When?\"]}"));
    }

    @Test
    void everyToolHasAStrictFormWithTheWordsThatAreAccepted() throws IOException {
        var tools = TurnRecord.JSON.readTree(Prompts.file("/prompts/tools.json"));

        assertEquals(
                List.of(MoveKind.values()).stream().map(MoveKind::tool).toList(),
                StreamSupport.stream(tools.spliterator(), false)
                        .map(tool -> tool.path("name").asText())
                        // Asks our knowledge and shows nothing: no move.
                        .filter(name -> !name.equals("look_up"))
                        .toList());
        for (var tool : tools) {
            assertTrue(tool.path("strict").asBoolean());
            assertStrict(tool.path("input_schema"), tool.path("name").asText());
        }
        assertEquals(MoveReader.STANDINGS, words(tools, "standing"));
        assertEquals(MoveReader.CHANNELS, words(tools, "channel"));
        assertEquals(MoveReader.REMEDIES, words(tools, "kind"));
        assertEquals(MoveReader.TARGETS, words(tools, "to"));
        assertEquals(MoveReader.PROMISES, words(tools, "promised"));
        assertEquals(MoveReader.GRANTS, words(tools, "grants"));
        assertEquals(MoveReader.URGENCIES, words(tools, "urgency"));
    }

    private static void assertStrict(JsonNode schema, String where) {
        if (schema.path("type").asText().equals("object")) {
            assertFalse(schema.path("additionalProperties").asBoolean(true), where);
            var names = new ArrayList<String>();
            schema.path("properties").fieldNames().forEachRemaining(names::add);
            assertEquals(
                    names,
                    StreamSupport.stream(schema.path("required").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    where);
            schema.path("properties").forEach(property -> assertStrict(property, where));
        }
        if (schema.has("items")) {
            assertStrict(schema.path("items"), where);
        }
    }

    private static List<String> words(JsonNode tools, String property) {
        return StreamSupport.stream(tools.findValue(property).path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Move fits(String tool, String input) {
        return ((Reading.Fits) MoveReader.read(tool, json(input))).move();
    }

    private static JsonNode json(String text) {
        try {
            return TurnRecord.JSON.readTree(text);
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
