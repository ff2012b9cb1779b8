package dev.cowork.panel;

import dev.cowork.partner.Specialist.Ability;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a specialist from its file: lines such as `name: Policy`, a blank line, and its task.
/// `docs/specialists.md` says how one is written.
final class ProfileFile {
    private static final List<String> KNOWN = List.of("name", "moves", "knowledge", "looks for", "passages", "tokens");
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_TASK = 6_000;

    private ProfileFile() {}

    /// A specialist that cannot be read; the message says which and why.
    static final class UnreadableProfileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableProfileException(String id, String why) {
            super("the specialist " + id + " cannot be read: " + why);
        }
    }

    /// @throws UnreadableProfileException where something is missing or wrong
    static Profile read(String id, String text) {
        if (!id.matches("[a-z][a-z0-9-]{0,29}")) {
            throw new UnreadableProfileException(
                    id, "its file is named in up to 30 small letters, figures and hyphens");
        }
        var parts = text.replace("\r\n", "\n").strip().split("\n\\s*\n", 2);
        var head = head(id, parts[0]);
        var task = parts.length == 2 ? parts[1].strip() : "";
        if (task.isEmpty() || task.length() > LONGEST_TASK) {
            throw new UnreadableProfileException(
                    id, "after a blank line stands its task, in at most " + LONGEST_TASK + " characters");
        }
        var name = head.getOrDefault("name", "");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new UnreadableProfileException(id, "name is needed, in at most " + LONGEST_NAME + " characters");
        }
        return new Profile(
                id,
                name,
                task,
                abilities(id, list(head.getOrDefault("moves", ""))),
                kinds(id, list(head.getOrDefault("knowledge", ""))),
                head.getOrDefault("looks for", ""),
                (int) number(id, head, "passages", 0, 10),
                number(id, head, "tokens", 300, 4_000));
    }

    private static Map<String, String> head(String id, String lines) {
        var head = new HashMap<String, String>();
        for (var line : lines.split("\n")) {
            var cut = line.indexOf(':');
            var key = cut < 0 ? line.strip() : line.substring(0, cut).strip();
            if (cut < 0 || !KNOWN.contains(key)) {
                throw new UnreadableProfileException(id, "“" + key + "” is none of " + KNOWN);
            }
            head.put(key, line.substring(cut + 1).strip());
        }
        return head;
    }

    private static List<String> list(String words) {
        return Stream.of(words.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<Ability> abilities(String id, List<String> words) {
        var abilities = EnumSet.noneOf(Ability.class);
        for (var word : words) {
            abilities.add(Stream.of(Ability.values())
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableProfileException(
                            id, "“" + word + "” is no move: causes, block and draft are")));
        }
        return abilities;
    }

    private static List<String> kinds(String id, List<String> words) {
        for (var word : words) {
            if (!List.of("policy", "article").contains(word)) {
                throw new UnreadableProfileException(id, "“" + word + "” is no knowledge: policy and article are");
            }
        }
        return words;
    }

    private static long number(String id, Map<String, String> head, String name, long least, long most) {
        var said = head.getOrDefault(name, "");
        if (!said.matches("\\d{1,6}") || Long.parseLong(said) < least || Long.parseLong(said) > most) {
            throw new UnreadableProfileException(id, name + " is a number from " + least + " to " + most);
        }
        return Long.parseLong(said);
    }
}
