package dev.cowork.panel;

import static dev.cowork.standin.Said.tool;

import dev.cowork.standin.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A position as Claude fills it in.
final class Spoken {
    private final Map<String, Object> form = new HashMap<>();
    private final List<Map<String, String>> grounds = new ArrayList<>();
    private final List<Map<String, String>> causes = new ArrayList<>();
    private final List<Map<String, String>> blocks = new ArrayList<>();

    private Spoken() {}

    static Spoken position(String recommendation, String next, String grants) {
        var it = new Spoken();
        it.form.put("recommendation", recommendation);
        it.form.put("next", next);
        it.form.put("grants", grants);
        it.form.put("amount", "");
        it.form.put("confidence", 4);
        it.form.put("unknowns", List.of("Whether they still have the box."));
        it.form.put("would_change", List.of("A photo of the label."));
        it.because("It is so.");
        return it;
    }

    Spoken amount(String amount) {
        form.put("amount", amount);
        return this;
    }

    Spoken because(String reason, String... sources) {
        form.put("reasons", List.of(Map.of("text", reason, "sources", List.of(sources))));
        return this;
    }

    Spoken sees(String fact, String holds, String why) {
        grounds.add(Map.of("fact", fact, "holds", holds, "why", why));
        return this;
    }

    Spoken suspects(String cause, String check) {
        causes.add(Map.of("cause", cause, "check", check));
        return this;
    }

    Spoken blocks(String what, String kind, String clause, String quote) {
        blocks.add(Map.of("what", what, "kind", kind, "clause", clause, "quote", quote));
        return this;
    }

    Map<String, Object> form() {
        var whole = new HashMap<>(form);
        whole.put("grounds", grounds);
        whole.put("causes", causes);
        whole.put("blocks", blocks);
        return whole;
    }

    Said said() {
        return Said.message(tool("take_position", form()));
    }

    static Said draft(String text) {
        return Said.message(tool(
                "write_draft",
                Map.of("channel", "email", "text", text, "change", "", "promises", List.of(), "language", "en")));
    }
}
