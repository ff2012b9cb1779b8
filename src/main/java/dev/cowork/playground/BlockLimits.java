package dev.cowork.playground;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks one layout block.
final class BlockLimits {
    private static final Set<Surface> EVERYWHERE = Set.of(Surface.values());
    private static final Set<Surface> MESSAGE = Set.of(Surface.MESSAGE);
    private static final Set<Surface> NOT_MODAL = Set.of(Surface.MESSAGE, Surface.HOME);

    private static final Map<String, Set<Surface>> MAY_STAND = Map.ofEntries(
            Map.entry("section", EVERYWHERE),
            Map.entry("divider", EVERYWHERE),
            Map.entry("image", EVERYWHERE),
            Map.entry("actions", EVERYWHERE),
            Map.entry("context", EVERYWHERE),
            Map.entry("input", EVERYWHERE),
            Map.entry("header", EVERYWHERE),
            Map.entry("rich_text", EVERYWHERE),
            Map.entry("video", EVERYWHERE),
            Map.entry("markdown", MESSAGE),
            Map.entry("context_actions", MESSAGE),
            Map.entry("task_card", MESSAGE),
            Map.entry("plan", MESSAGE),
            Map.entry("table", MESSAGE),
            Map.entry("file", MESSAGE),
            Map.entry("card", NOT_MODAL),
            Map.entry("carousel", NOT_MODAL),
            Map.entry("container", NOT_MODAL),
            Map.entry("data_table", NOT_MODAL),
            Map.entry("data_visualization", NOT_MODAL),
            Map.entry("alert", Set.of(Surface.MODAL)));

    private BlockLimits() {}

    static void check(Spot block, Surface surface) {
        if (!MAY_STAND.getOrDefault(block.type(), Set.of()).contains(surface)) {
            block.say("unsupported type: " + block.type());
            return;
        }
        block.string("block_id", 1, 255);
        switch (block.type()) {
            case "section" -> section(block, surface);
            case "header" -> {
                block.required("text");
                block.plainText("text", 150);
            }
            case "markdown" -> {
                block.required("text");
                block.string("text", 1, 12_000);
            }
            case "image" -> ElementLimits.image(block, 2000);
            case "actions" -> elements(block, 25, ElementLimits.ACTIONS, surface);
            case "context" -> context(block);
            case "context_actions" -> elements(block, 5, ElementLimits.CONTEXT_ACTIONS, surface);
            case "input" -> input(block, surface);
            case "alert" -> alert(block);
            case "card" -> card(block, surface);
            case "carousel" -> carousel(block, surface);
            case "table" -> table(block, 100, 20);
            case "data_table" -> table(block, 201, 20);
            case "data_visualization" -> chart(block);
            case "plan" -> block.list("tasks", 0, 50);
            case "rich_text" -> block.required("elements");
            default -> {}
        }
    }

    private static void section(Spot block, Surface surface) {
        if (!block.has("text") && !block.has("fields")) {
            block.say("missing required field: text");
        }
        block.text("text", 3000);
        block.list("fields", 1, 10);
        block.at("fields").each().forEach(field -> field.isText(2000, List.of("plain_text", "mrkdwn")));
        if (block.has("accessory")) {
            ElementLimits.check(block.at("accessory"), ElementLimits.ACCESSORY, surface);
        }
    }

    private static void elements(Spot block, int max, Set<String> allowed, Surface surface) {
        block.required("elements");
        block.list("elements", 1, max);
        block.at("elements").each().forEach(element -> ElementLimits.check(element, allowed, surface));
    }

    private static void context(Spot block) {
        block.required("elements");
        block.list("elements", 1, 10);
        for (Spot element : block.at("elements").each()) {
            switch (element.type()) {
                case "image" -> ElementLimits.image(element, 2000);
                case "plain_text", "mrkdwn" -> {
                    element.required("text");
                    element.string("text", 1, 3000);
                }
                default -> element.say("unsupported type: " + element.type());
            }
        }
    }

    private static void input(Spot block, Surface surface) {
        block.required("label", "element");
        block.plainText("label", 2000);
        block.plainText("hint", 2000);
        ElementLimits.check(block.at("element"), ElementLimits.INPUT, surface);
    }

    private static void alert(Spot block) {
        block.required("text");
        block.text("text", 200);
        block.oneOf("level", "default", "info", "warning", "error", "success");
    }

    private static void card(Spot block, Surface surface) {
        if (List.of("hero_image", "title", "actions", "body").stream().noneMatch(block::has)) {
            block.say("one of hero_image, title, actions or body is required");
        }
        block.text("title", 150);
        block.text("subtitle", 150);
        block.text("body", 200);
        block.text("subtext", 200);
        block.list("actions", 1, 3);
        block.at("actions").each().forEach(it -> ElementLimits.check(it, ElementLimits.ACTIONS, surface));
    }

    private static void carousel(Spot block, Surface surface) {
        block.required("elements");
        block.list("elements", 1, 10);
        block.at("elements").each().forEach(card -> card(card, surface));
    }

    private static void chart(Spot block) {
        block.required("title", "chart");
        block.string("title", 1, 50);
        var chart = block.at("chart");
        chart.oneOf("type", "pie", "bar", "area", "line");
        chart.list("segments", 1, 6);
        chart.list("series", 1, 6);
        chart.at("series").each().forEach(series -> {
            series.required("name", "data");
            series.string("name", 1, 20);
            series.list("data", 1, 20);
            series.at("data").each().forEach(point -> point.string("label", 1, 20));
        });
    }

    private static void table(Spot block, int rows, int cells) {
        block.required("rows");
        block.list("rows", 1, rows);
        for (Spot row : block.at("rows").each()) {
            if (row.node().size() > cells) {
                row.say("no more than " + cells + " items allowed");
            }
        }
    }
}
