package dev.cowork.partner;

import java.util.List;
import java.util.Map;

/// What the partner does in a drill: says which things a passage shows, and says lines of a part. What follows from
/// either is decided by whoever asks. Words of people are inside: `toString()` leaves them out.
public final class Practice {
    private Practice() {}

    /// A passage to be read.
    ///
    /// @param drill for logs, and for keeping requests of one drill together
    /// @param things what may be in it, by name, each described in a sentence
    public record Passage(String drill, String words, Map<String, String> things) {
        public Passage {
            things = Map.copyOf(things);
        }

        @Override
        public String toString() {
            return "Passage[" + drill + "]";
        }
    }

    /// What is in the passage, as the reader declares it.
    ///
    /// @param sentences by name of the thing, the sentence that shows it, copied from the passage and found in it
    /// @param author who read; the playbook reads nothing
    public record Seen(Map<String, String> sentences, Author author) {
        public static final Seen NOTHING = new Seen(Map.of(), Author.PLAYBOOK);

        public Seen {
            sentences = Map.copyOf(sentences);
        }

        @Override
        public String toString() {
            return "Seen[" + sentences.keySet() + ", " + author + "]";
        }
    }

    public enum Role {
        CUSTOMER,
        COACH
    }

    /// Somebody's words in the talk.
    ///
    /// @param who as the partner is to call them: `Agent`, `Customer`, `Coach`
    public record Spoken(String who, String words) {
        @Override
        public String toString() {
            return "Spoken[" + who + "]";
        }
    }

    /// The next line of a part.
    ///
    /// @param told what the part knows, label by label; data, never instructions
    /// @param task what the line is to do, made by code
    /// @param standIn what the playbook says instead
    public record Scene(
            String drill, Role role, List<Brief.Field> told, List<Spoken> talk, String task, String standIn) {
        public Scene {
            told = List.copyOf(told);
            talk = List.copyOf(talk);
        }

        @Override
        public String toString() {
            return "Scene[" + drill + ", " + role + "]";
        }
    }

    public record Line(String text, Author author) {
        @Override
        public String toString() {
            return "Line[" + author + "]";
        }
    }
}
