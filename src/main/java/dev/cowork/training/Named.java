package dev.cowork.training;

import dev.cowork.partner.Author;
import dev.cowork.partner.Practice;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Names with a sentence each, as they are kept: one a line, a tab between.
final class Named {
    private static final String AUTHOR = "author";

    private Named() {}

    static String written(Map<?, String> sentences) {
        return sentences.entrySet().stream()
                .map(one -> one.getKey() + "\t" + one.getValue().replaceAll("[\\t\\n\\r]+", " "))
                .collect(Collectors.joining("\n"));
    }

    static String written(Map<String, String> sentences, String author) {
        var all = new TreeMap<>(sentences);
        all.put(AUTHOR, author);
        return written(all);
    }

    static Practice.Seen declared(String kept) {
        var all = lines(kept);
        var author = all.remove(AUTHOR);
        return author == null ? Practice.Seen.NOTHING : new Practice.Seen(all, Author.valueOf(author));
    }

    static <E extends Enum<E>> Map<E, String> read(String kept, Class<E> type) {
        var found = new EnumMap<E, String>(type);
        lines(kept).forEach((name, sentence) -> found.put(Enum.valueOf(type, name), sentence));
        return found;
    }

    private static Map<String, String> lines(String kept) {
        return kept.lines()
                .map(line -> line.split("\t", 2))
                .filter(line -> line.length == 2)
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, _) -> one, TreeMap::new));
    }
}
