package dev.cowork.audit;

import java.util.SortedMap;
import java.util.stream.Collectors;

/// Names with words as JSON in the one form that RFC 8785 allows: sorted, nothing between, escaped only where it must
/// be. Our own few lines, so that no library's next version changes what a hash is made of.
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(SortedMap<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String words) {
        var json = new StringBuilder("\"");
        for (var at = 0; at < words.length(); at++) {
            var letter = words.charAt(at);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> json.append(letter < ' ' ? "\\u%04x".formatted((int) letter) : String.valueOf(letter));
            }
        }
        return json.append('"').toString();
    }
}
