package dev.cowork.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The input of a tool call, read liberally in form (a number for a text, one text for a list) and strictly in content.
record Input(JsonNode node) {

    /// The text under a name, stripped of white space and invisible characters; empty where there is none.
    String text(String name) {
        return plain(value(name));
    }

    /// @throws UnfitInputException where there is none
    String needed(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            throw new UnfitInputException(name + " is empty");
        }
        return text;
    }

    /// One of the words, in whatever case and with whatever between its parts.
    ///
    /// @throws UnfitInputException where it is none of them
    String oneOf(String name, List<String> words) {
        var word = text(name).toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        if (!words.contains(word)) {
            throw new UnfitInputException(name + " is \"" + shortened(text(name)) + "\", not one of " + words);
        }
        return word;
    }

    List<String> texts(String name) {
        return list(name, item -> item.node.isObject() ? item.anyText() : plain(item.node)).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// @throws UnfitInputException where there are fewer or more than that
    <T> List<T> between(int least, int most, String name, Function<Input, T> read) {
        return counted(least, most, name, list(name, read));
    }

    /// @throws UnfitInputException where there are fewer or more than that
    static <T> List<T> counted(int least, int most, String name, List<T> items) {
        if (items.size() < least || items.size() > most) {
            throw new UnfitInputException(
                    name + " has " + items.size() + " entries, not between " + least + " and " + most);
        }
        return items;
    }

    private <T> List<T> list(String name, Function<Input, T> read) {
        var value = value(name);
        var items = new ArrayList<T>();
        if (value.isArray()) {
            value.forEach(item -> items.add(read.apply(new Input(item))));
        } else if (!value.isMissingNode() && !value.isNull()) {
            items.add(read.apply(new Input(value)));
        }
        return List.copyOf(items);
    }

    private String anyText() {
        for (var field : node) {
            if (field.isTextual()) {
                return plain(field);
            }
        }
        return "";
    }

    /// Under the name itself, or the same name in camel case.
    private JsonNode value(String name) {
        var found = node.path(name);
        return found.isMissingNode() ? node.path(camel(name)) : found;
    }

    private static String camel(String name) {
        var parts = name.split("_");
        var out = new StringBuilder(parts[0]);
        for (var at = 1; at < parts.length; at++) {
            out.append(Character.toUpperCase(parts[at].charAt(0))).append(parts[at].substring(1));
        }
        return out.toString();
    }

    private static String plain(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return Fence.visible(value.asText("")).strip();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
