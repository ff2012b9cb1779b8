package dev.cowork.training;

import dev.cowork.playbook.Playbook;
import java.util.HashMap;
import java.util.Map;

/// The text of a drill, from what a person approved: the coach's part comes from `training/made.md`.
record MadeScript(String title, String text) {
    static MadeScript of(Map<String, String> entered) {
        var values = new HashMap<String, String>();
        entered.forEach((name, words) -> values.put(name, plain(words)));
        return new MadeScript(values.getOrDefault("title", ""), Playbook.filled(TextFile.text("made.md"), values));
    }

    /// A line that begins like a heading would cut the drill in two.
    private static String plain(String words) {
        return words.strip().replaceAll("(?m)^#+\\s*", "").replaceAll("\\n{2,}", "\n");
    }
}
