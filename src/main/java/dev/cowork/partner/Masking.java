package dev.cowork.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cowork.workspace.Sha256;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides what is sensitive in one request behind placeholders, and puts it back in the answer. A placeholder is made of
/// the session and the value alone, so that the same thing is hidden the same way in every request of a session, and
/// otherwise in every other session.
final class Masking {
    static final Pattern PLACEHOLDER = Pattern.compile("\\\\?\\[(CARD|IBAN|EMAIL|PHONE|HIDDEN)-([a-z2-7]{6,12})\\\\?]");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int SHORTEST = 6;
    private static final int LONGEST = 12;
    private static final List<String> HOLDS_WORDS = List.of("content", "text", "input");

    private final Sensitive sensitive;
    private final String session;
    /// Placeholder by kind and value; and the value as it was first written, by placeholder.
    private final Map<String, String> placeholders = new HashMap<>();

    private final Map<String, String> values = new LinkedHashMap<>();

    Masking(Sensitive sensitive, String session) {
        this.sensitive = sensitive;
        this.session = session;
    }

    /// The messages as they may leave, oldest first: what is known by then is hidden also where its shape alone would
    /// not give it away.
    ArrayNode masked(ArrayNode messages) {
        return (ArrayNode) eachText(messages, this::masked);
    }

    String masked(String text) {
        var out = new StringBuilder(text.length());
        var from = 0;
        for (var span : sensitive.in(text)) {
            var written = text.substring(span.start(), span.end());
            out.append(text, from, span.start()).append(placeholder(span, written));
            from = span.end();
        }
        var masked = out.append(text, from, text.length()).toString();
        for (var known : values.entrySet()) {
            masked = masked.contains(known.getValue()) ? hidden(masked, known) : masked;
        }
        return masked;
    }

    private static String hidden(String text, Map.Entry<String, String> known) {
        return text.replaceAll(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(known.getValue()) + "(?![\\p{L}\\p{N}])",
                Matcher.quoteReplacement(known.getKey()));
    }

    /// The text as the agent is to see it. A placeholder that stands for nothing here stays as it is.
    String unmasked(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(hit -> Matcher.quoteReplacement(
                        values.getOrDefault("[" + hit.group(1) + "-" + hit.group(2) + "]", hit.group())));
    }

    JsonNode unmasked(JsonNode node) {
        return each(node, this::unmasked);
    }

    private String placeholder(Sensitive.Span span, String written) {
        return placeholders.computeIfAbsent(span.kind() + " " + span.value(), it -> {
            var code = code(it);
            var length = SHORTEST;
            while (length < LONGEST && values.containsKey(bracketed(span, code, length))) {
                length++;
            }
            var made = bracketed(span, code, length);
            values.putIfAbsent(made, written);
            return made;
        });
    }

    private static String bracketed(Sensitive.Span span, String code, int length) {
        return "[" + span.kind() + "-" + code.substring(0, length) + "]";
    }

    private String code(String value) {
        var hash = Sha256.bytes("mask of " + session + " " + value);
        var code = new StringBuilder();
        for (var at = 0; at < LONGEST; at++) {
            code.append(LETTERS.charAt(hash[at] & 31));
        }
        return code.toString();
    }

    private static JsonNode each(JsonNode node, UnaryOperator<String> change) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(change.apply(text.asText()));
            case ArrayNode array -> {
                var copy = TurnRecord.JSON.createArrayNode();
                array.forEach(it -> copy.add(each(it, change)));
                yield copy;
            }
            case ObjectNode object -> {
                var copy = TurnRecord.JSON.createObjectNode();
                object.properties().forEach(it -> copy.set(it.getKey(), each(it.getValue(), change)));
                yield copy;
            }
            default -> node;
        };
    }

    /// The texts and tool inputs of a message; what Claude signed and the names of things stay as they are.
    private static JsonNode eachText(JsonNode message, UnaryOperator<String> change) {
        if (message instanceof ArrayNode several) {
            var copy = TurnRecord.JSON.createArrayNode();
            several.forEach(it -> copy.add(eachText(it, change)));
            return copy;
        }
        if (!(message instanceof ObjectNode object)) {
            return each(message, change);
        }
        var copy = object.deepCopy();
        for (var held : HOLDS_WORDS) {
            if (object.has(held)) {
                copy.set(
                        held,
                        held.equals("input") ? each(object.get(held), change) : eachText(object.get(held), change));
            }
        }
        return copy;
    }
}
