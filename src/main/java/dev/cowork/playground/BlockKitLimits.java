package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What Slack would refuse in a message, a modal or a home view, said with Slack's own words and JSON pointers.
///
/// Lengths count UTF-16 units, the stricter reading: what passes here passes there.
public final class BlockKitLimits {
    private static final int MESSAGE_BLOCKS = 50;
    private static final int VIEW_BLOCKS = 100;
    private static final int VIEW_BYTES = 250_000;
    private static final int MARKDOWN_TOTAL = 12_000;
    private static final int TABLE_TOTAL = 10_000;

    private BlockKitLimits() {}

    /// Everything wrong with a message (an object with `blocks` and perhaps `text`), a view (an object whose `type` is
    /// `modal` or `home`), or a bare array of blocks. Empty: Slack would take it.
    public static List<String> violations(JsonNode messageOrView) {
        return switch (messageOrView.path("type").asText("")) {
            case "modal", "home" -> view(messageOrView);
            default -> message(messageOrView.isArray() ? Json.object().set("blocks", messageOrView) : messageOrView);
        };
    }

    private static List<String> message(JsonNode message) {
        List<String> findings = new ArrayList<>();
        var spot = new Spot(message, "", findings);
        if (message.path("text").asText("").length() > 40_000) {
            spot.at("text").say("must be less than 40001 characters");
        }
        blocks(spot, Surface.MESSAGE, MESSAGE_BLOCKS);
        totals(spot);
        return findings;
    }

    private static List<String> view(JsonNode view) {
        List<String> findings = new ArrayList<>();
        var spot = new Spot(view, "", findings);
        boolean modal = view.path("type").asText().equals("modal");
        spot.required("blocks");
        spot.string("callback_id", 0, 255);
        spot.string("external_id", 0, 255);
        spot.string("private_metadata", 0, 3000);
        if (modal) {
            modalOnly(spot);
        }
        blocks(spot, modal ? Surface.MODAL : Surface.HOME, VIEW_BLOCKS);
        if (Json.write(view).getBytes(StandardCharsets.UTF_8).length > VIEW_BYTES) {
            spot.say("view is larger than 250 kB");
        }
        return findings;
    }

    private static void modalOnly(Spot view) {
        view.required("title");
        for (String words : List.of("title", "submit", "close")) {
            view.plainText(words, 24);
        }
        boolean asks =
                view.at("blocks").each().stream().anyMatch(block -> block.type().equals("input"));
        if (asks && !view.has("submit")) {
            view.say("missing required field: submit");
        }
    }

    private static void blocks(Spot owner, Surface surface, int max) {
        owner.list("blocks", 0, max);
        Set<String> blockIds = new HashSet<>();
        for (Spot block : owner.at("blocks").each()) {
            BlockLimits.check(block, surface);
            String id = Json.text(block.node(), "block_id");
            if (!id.isEmpty() && !blockIds.add(id)) {
                block.at("block_id").say("`block_id` already exists: " + id);
            }
            uniqueActions(block, new HashSet<>());
        }
        long focused = owner.node().findValues("focus_on_load").stream()
                .filter(JsonNode::asBoolean)
                .count();
        if (focused > 1) {
            owner.say("only one element may have focus_on_load");
        }
    }

    private static void uniqueActions(Spot block, Set<String> seen) {
        for (JsonNode id : block.node().findValues("action_id")) {
            if (!seen.add(id.asText())) {
                block.say("`action_id` already exists: " + id.asText());
            }
        }
    }

    private static void totals(Spot message) {
        int markdown = 0;
        int cells = 0;
        int charts = 0;
        for (Spot block : message.at("blocks").each()) {
            switch (block.type()) {
                case "markdown" -> markdown += Json.text(block.node(), "text").length();
                case "table" -> cells += Json.write(block.node().path("rows")).length();
                case "data_visualization" -> charts++;
                default -> {}
            }
        }
        if (markdown > MARKDOWN_TOTAL) {
            message.at("blocks").say("markdown blocks must be less than 12001 characters in total");
        }
        if (cells > TABLE_TOTAL) {
            message.at("blocks").say("tables must be less than 10001 characters in total");
        }
        if (charts > 2) {
            message.at("blocks").say("no more than 2 data_visualization blocks allowed");
        }
    }
}
