package dev.cowork.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockKitLimitsTest {
    @Test
    void takesTheLongestThatSlackTakes() {
        ObjectNode message = message(
                section("x".repeat(3000)),
                block("header").set("text", plain("x".repeat(150))),
                actions(button("a", "x".repeat(75), "v".repeat(2000))),
                block("markdown").put("text", "x".repeat(12_000)));

        assertEquals(List.of(), BlockKitLimits.violations(message));
    }

    @Test
    void saysWhichTextIsTooLong() {
        assertEquals(
                List.of("[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
                BlockKitLimits.violations(message(section("x".repeat(3001)))));
    }

    @Test
    void refusesEmptyTextAndMarkupWherePlainTextMustStand() {
        ObjectNode header = block("header");
        header.putObject("text").put("type", "mrkdwn").put("text", "x");

        assertEquals(
                List.of(
                        "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]",
                        "[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/1/text]"),
                BlockKitLimits.violations(message(section(""), header)));
    }

    @Test
    void countsBlocksOfAMessageAndOfAView() {
        ObjectNode[] many = new ObjectNode[51];
        Arrays.setAll(many, _ -> block("divider"));

        assertEquals(
                List.of("[ERROR] no more than 50 items allowed [json-pointer:/blocks]"),
                BlockKitLimits.violations(message(many)));
        assertEquals(List.of(), BlockKitLimits.violations(modal("Fits", many)));
    }

    @Test
    void countsMarkdownOverTheWholeMessage() {
        ObjectNode half = block("markdown").put("text", "x".repeat(6001));

        assertEquals(
                List.of("[ERROR] markdown blocks must be less than 12001 characters in total [json-pointer:/blocks]"),
                BlockKitLimits.violations(message(half, half.deepCopy())));
    }

    @Test
    void refusesTheSameIdTwice() {
        ObjectNode one = section("a").put("block_id", "same");
        ObjectNode other =
                actions(button("go", "Go", "1"), button("go", "Go again", "2")).put("block_id", "same");

        assertEquals(
                List.of(
                        "[ERROR] `block_id` already exists: same [json-pointer:/blocks/1/block_id]",
                        "[ERROR] `action_id` already exists: go [json-pointer:/blocks/1]"),
                BlockKitLimits.violations(message(one, other)));
    }

    @Test
    void limitsWhatAModalSaysOfItself() {
        ObjectNode modal = modal("A title that is longer than 24").put("private_metadata", "x".repeat(3001));

        assertEquals(
                List.of(
                        "[ERROR] must be less than 3001 characters [json-pointer:/private_metadata]",
                        "[ERROR] must be less than 25 characters [json-pointer:/title/text]"),
                BlockKitLimits.violations(modal));
    }

    @Test
    void wantsAWayToSubmitWhereSomethingIsAsked() {
        ObjectNode input = block("input");
        input.set("label", plain("Why"));
        input.putObject("element").put("type", "plain_text_input").put("action_id", "why");

        assertEquals(
                List.of("[ERROR] missing required field: submit [json-pointer:/]"),
                BlockKitLimits.violations(modal("Ask", input)));
    }

    @Test
    void keepsMessageBlocksOutOfModals() {
        ObjectNode markdown = block("markdown").put("text", "x");
        ObjectNode alert = block("alert");
        alert.set("text", plain("x"));

        assertTrue(
                BlockKitLimits.violations(modal("Wrong", markdown)).getFirst().contains("unsupported type: markdown"));
        assertTrue(BlockKitLimits.violations(message(alert)).getFirst().contains("unsupported type: alert"));
    }

    @Test
    void limitsOptionsOfAMenu() {
        ObjectNode menu = Json.object().put("type", "static_select").put("action_id", "m");
        ArrayNode options = menu.putArray("options");
        for (int i = 0; i < 101; i++) {
            options.addObject().put("value", "v" + i).set("text", plain("x".repeat(i == 0 ? 76 : 75)));
        }

        assertEquals(
                List.of(
                        "[ERROR] no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
                        "[ERROR] must be less than 76 characters"
                                + " [json-pointer:/blocks/0/elements/0/options/0/text/text]"),
                BlockKitLimits.violations(message(actions(menu))));
    }

    private static ObjectNode message(ObjectNode... blocks) {
        ObjectNode message = Json.object().put("text", "x");
        message.putArray("blocks").addAll(List.of(blocks));
        return message;
    }

    private static ObjectNode modal(String title, ObjectNode... blocks) {
        ObjectNode modal = Json.object().put("type", "modal");
        modal.set("title", plain(title));
        modal.putArray("blocks").addAll(List.of(blocks));
        return modal;
    }

    private static ObjectNode block(String type) {
        return Json.object().put("type", type);
    }

    private static ObjectNode section(String text) {
        ObjectNode section = block("section");
        section.putObject("text").put("type", "mrkdwn").put("text", text);
        return section;
    }

    private static ObjectNode actions(ObjectNode... elements) {
        ObjectNode actions = block("actions");
        actions.putArray("elements").addAll(List.of(elements));
        return actions;
    }

    private static ObjectNode button(String id, String text, String value) {
        ObjectNode button =
                Json.object().put("type", "button").put("action_id", id).put("value", value);
        button.set("text", plain(text));
        return button;
    }

    private static ObjectNode plain(String text) {
        return Json.object().put("type", "plain_text").put("text", text);
    }
}
