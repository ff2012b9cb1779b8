package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes blocks in: refuses what Slack refuses, and gives the rest the ids that Slack gives.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Blocks {
    private static final Set<String> SILENT = Set.of("image", "mrkdwn", "plain_text");

    private final Ids ids;

    Blocks(Ids ids) {
        this.ids = ids;
    }

    /// The blocks of a call, checked; empty where it has none.
    Optional<ArrayNode> of(Call call) {
        return call.json("blocks", "invalid_blocks_format").map(blocks -> {
            if (!blocks.isArray()) {
                throw new RefusedException("invalid_blocks_format");
            }
            return checked((ArrayNode) blocks);
        });
    }

    ArrayNode checked(ArrayNode blocks) {
        List<String> wrong = BlockKitLimits.violations(blocks);
        if (!wrong.isEmpty()) {
            throw new RefusedException("invalid_blocks", wrong);
        }
        return withIds(blocks.deepCopy());
    }

    ArrayNode withIds(ArrayNode blocks) {
        for (JsonNode block : blocks) {
            if (Json.text(block, "type").equals("markdown")) {
                ((ObjectNode) block).remove("block_id");
            } else if (!block.hasNonNull("block_id")) {
                ((ObjectNode) block).put("block_id", ids.next("b"));
            }
            for (ObjectNode element : elements(block)) {
                if (!element.hasNonNull("action_id")) {
                    element.put("action_id", ids.next("a"));
                }
            }
        }
        return blocks;
    }

    /// Everything in a block that a person can use.
    static List<ObjectNode> elements(JsonNode block) {
        List<ObjectNode> found = new ArrayList<>();
        String type = Json.text(block, "type");
        if (type.equals("carousel")) {
            block.path("elements").forEach(card -> found.addAll(elements(card)));
        } else if (type.equals("actions") || type.equals("context_actions")) {
            block.path("elements").forEach(element -> add(element, found));
        }
        block.path("actions").forEach(element -> add(element, found));
        add(block.path("accessory"), found);
        add(block.path("element"), found);
        return found;
    }

    private static void add(JsonNode element, List<ObjectNode> found) {
        if (element.isObject() && !SILENT.contains(Json.text(element, "type"))) {
            found.add((ObjectNode) element);
        }
    }
}
