package dev.cowork.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The form of RFC 8785: what is hashed must be the same for ever.
class CanonicalJsonTest {
    @Test
    void sortsByUnitsOfUtf16() {
        // The order of the RFC's own example in 3.2.3.
        var names = Map.of(
                "\u20ac", "1", "\r", "2", "\ufb33", "3", "1", "4", "\ud83d\ude00", "5", "\u0080", "6", "\u00f6", "7");

        assertEquals(
                "{\"\\r\":\"2\",\"1\":\"4\",\"\u0080\":\"6\",\"\u00f6\":\"7\",\"\u20ac\":\"1\",\"\ud83d\ude00\":\"5\",\"\ufb33\":\"3\"}",
                CanonicalJson.of(new TreeMap<>(names)));
    }

    @Test
    void escapesOnlyWhatMustBe() {
        assertEquals(
                "{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\\u001f\u007f<\"}",
                CanonicalJson.of(new TreeMap<>(Map.of("a", "\u20ac$\u000f\nA'B\"\\\\\"/\b\t\f\r\u001f\u007f<"))));
    }
}
