package dev.cowork.playground;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// Checks one interactive element, and the options and confirmations inside it.
final class ElementLimits {
    private static final Set<String> SELECTS = Set.of(
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select");
    private static final Set<String> CHOICES =
            with(SELECTS, "radio_buttons", "checkboxes", "datepicker", "timepicker", "datetimepicker");

    static final Set<String> ACTIONS = with(CHOICES, "button", "overflow", "workflow_button");
    static final Set<String> ACCESSORY = with(ACTIONS, "image");
    static final Set<String> CONTEXT_ACTIONS = Set.of("feedback_buttons", "icon_button");
    static final Set<String> INPUT = with(
            CHOICES,
            "plain_text_input",
            "number_input",
            "email_text_input",
            "url_text_input",
            "rich_text_input",
            "file_input");

    private ElementLimits() {}

    static void check(Spot element, Set<String> allowed, Surface surface) {
        String type = element.type();
        boolean misplaced = type.equals("file_input") && surface != Surface.MODAL;
        if (!allowed.contains(type) || misplaced) {
            element.say("unsupported type: " + type);
            return;
        }
        element.string("action_id", 1, 255);
        element.plainText("placeholder", 150);
        confirm(element);
        switch (type) {
            case "image" -> image(element, 2000);
            case "button" -> button(element);
            case "icon_button" -> {
                element.required("icon", "text");
                element.plainText("text", 75);
                element.string("value", 0, 2000);
                element.string("accessibility_label", 0, 75);
            }
            case "feedback_buttons" -> feedback(element);
            case "plain_text_input" -> bounds(element, "min_length", "max_length", 3000);
            case "overflow" -> options(element, 1, 5);
            case "radio_buttons", "checkboxes" -> options(element, 1, 10);
            case "static_select", "multi_static_select" -> select(element);
            case "number_input" -> element.required("is_decimal_allowed");
            case "datepicker" -> date(element);
            default -> {}
        }
    }

    static void image(Spot image, int altText) {
        image.required("alt_text");
        image.string("alt_text", 0, altText);
        if (!image.has("image_url") && !image.has("slack_file")) {
            image.say("missing required field: image_url");
        }
        image.string("image_url", 1, 3000);
        image.plainText("title", 2000);
    }

    private static void button(Spot button) {
        button.required("text");
        button.plainText("text", 75);
        button.string("value", 0, 2000);
        button.string("url", 1, 3000);
        button.string("accessibility_label", 0, 75);
        button.oneOf("style", "primary", "danger");
    }

    private static void feedback(Spot element) {
        element.required("positive_button", "negative_button");
        for (String side : new String[] {"positive_button", "negative_button"}) {
            Spot button = element.at(side);
            button.required("text", "value");
            button.plainText("text", 75);
            button.string("value", 0, 2000);
            button.string("accessibility_label", 0, 75);
        }
    }

    private static void bounds(Spot input, String lower, String upper, int most) {
        int min = input.node().path(lower).asInt(0);
        int max = input.node().path(upper).asInt(most);
        if (min < 0 || min > most) {
            input.at(lower).say("must be between 0 and " + most);
        }
        if (max < 1 || max > most || max < min) {
            input.at(upper).say("must be between 1 and " + most);
        }
        input.string("initial_value", 0, max);
    }

    private static void select(Spot select) {
        if (select.has("option_groups")) {
            select.list("option_groups", 1, 100);
            for (Spot group : select.at("option_groups").each()) {
                group.required("label");
                group.plainText("label", 75);
                options(group, 1, 100);
            }
        } else {
            options(select, 1, 100);
        }
    }

    private static void options(Spot owner, int min, int max) {
        owner.required("options");
        owner.list("options", min, max);
        Set<String> values = new HashSet<>();
        for (Spot option : owner.at("options").each()) {
            option(option);
            if (!values.add(Json.text(option.node(), "value"))) {
                option.say("duplicate value: " + Json.text(option.node(), "value"));
            }
        }
        if (owner.has("initial_option")
                && !values.contains(Json.text(owner.node().path("initial_option"), "value"))) {
            owner.at("initial_option").say("must be one of the provided options");
        }
        for (Spot chosen : owner.at("initial_options").each()) {
            if (!values.contains(Json.text(chosen.node(), "value"))) {
                chosen.say("must be one of the provided options");
            }
        }
    }

    private static void option(Spot option) {
        option.required("text", "value");
        option.text("text", 75);
        option.string("value", 0, 150);
        option.text("description", 75);
        option.string("url", 1, 3000);
    }

    private static void confirm(Spot element) {
        if (!element.has("confirm")) {
            return;
        }
        Spot confirm = element.at("confirm");
        confirm.required("title", "text", "confirm", "deny");
        confirm.plainText("title", 100);
        confirm.text("text", 300);
        confirm.plainText("confirm", 30);
        confirm.plainText("deny", 30);
        confirm.oneOf("style", "primary", "danger");
    }

    private static void date(Spot picker) {
        String initial = Json.text(picker.node(), "initial_date");
        if (!initial.isEmpty() && !initial.matches("\\d{4}-\\d{2}-\\d{2}")) {
            picker.at("initial_date").say("must be YYYY-MM-DD");
        }
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
