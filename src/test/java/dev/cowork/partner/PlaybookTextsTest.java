package dev.cowork.partner;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text for every kind of case: no hole, no word that should not be there, no form that Claude would be told off
/// for.
class PlaybookTextsTest {
    private static final Map<String, String> STORIES = Map.of(
            "access", "The customer cannot log in with the right password.",
            "billing", "The customer paid $60 and was charged twice for the subscription.",
            "wrong-item", "They paid $150 and got the wrong item again.",
            "damaged", "The $300 table arrived damaged.",
            "lost", "The parcel worth $90 is lost.",
            "late-return", "They want to return a $35 coat after 35 days.",
            "late", "The order for $80 is delayed.",
            "defect", "The device for $120 stopped working.",
            "other",
                    "The $200 event was not what the customer had hoped for, they say the staff was rude and the room was"
                            + " far too small for the group they had announced.");
    private static final List<String> TURNS = List.of(
            "Let's work through this together.",
            "What are the options?",
            "Let's take approach 1: A refund",
            "Draft a reply.",
            "Make the draft warmer.",
            "Make the draft shorter.",
            "Make the draft more formal.",
            "Make the draft more human.",
            "Make the draft simpler.",
            "What compensation should we suggest?",
            "Should I escalate?",
            "What will they say next?",
            "How did I do?",
            "Now they speak of a lawyer.",
            "[decision] Approved: Refund $20.00 by <@U1>",
            "Make the draft more formal.",
            "[decision] Approved with changes: Policy exception $20.00 by <@U1>",
            "[decision] Granted on their own authority: Credit $20.00 by <@U1>",
            "[decision] Approved: Escalation to legal, today by <@U1>",
            "Make the draft more human.",
            "[decision] Declined: Gesture $20.00 by <@U1>",
            "Draft it shorter.",
            "[decision] Nobody decided in time: Discount $20.00",
            "What will they say next?",
            "Thanks!");

    static Stream<Arguments> cases() {
        return Stream.of(
                        "difficult-customer",
                        "complex-problem",
                        "policy-gray-area",
                        "high-value-customer",
                        "training",
                        "text")
                .flatMap(opening -> STORIES.values().stream().map(story -> Arguments.of(opening, story)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void aWholeTalkReadsWell(String opening, String story) {
        var desk = new Desk(Desk.withoutKey()).opening(opening).field("SITUATION", story);
        for (var words : TURNS) {
            var answer = desk.says(words);

            assertFalse(answer.text().isBlank(), words);
            assertReadsWell(answer.text(), words);
            for (var move : answer.moves()) {
                var input = TurnRecord.toolUse("id", move).path("input");
                assertInstanceOf(
                        Reading.Fits.class, MoveReader.read(MoveKind.of(move).tool(), input), words + ": " + move);
                if (move instanceof Move.WriteDraft draft) {
                    assertReadsWell(draft.text(), words);
                    assertTrue(draft.text().lines().allMatch(line -> line.isEmpty() || line.equals(line.strip())));
                }
            }
        }
    }

    private static void assertReadsWell(String text, String words) {
        assertFalse(text.matches("(?s).*(\\{\\w+}|  |,,|\\.\\.(?!\\.)| ,|null).*"), words + ": " + text);
        assertFalse(
                text.toLowerCase()
                        .matches("(?s).*\\b(liable|liability|negligen\\w+|emotional distress|our fault)\\b.*"),
                words + ": " + text);
    }
}
