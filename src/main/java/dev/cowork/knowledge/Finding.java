package dev.cowork.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Finds passages by their words and by their meaning. Both make an order; what stands high in either stands high in
/// the end. How much each counts was measured: docs/decisions/0020.
@ApplicationScoped
class Finding {
    private static final int LOOKED_AT = 20;
    private static final double MEANING = 3;
    private static final double WORDS = 1;
    /// The larger, the less it matters to be the very first.
    private static final double EVEN = 5;
    /// Less alike than this is about something else.
    private static final double LEAST_ALIKE = 0.55;
    private static final int MOST_KEPT = 50;

    private final KnowledgeFiles files;
    private final StoredPassages passages;
    private final Meaning meaning;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    Finding(KnowledgeFiles files, StoredPassages passages, Meaning meaning) {
        this.files = files;
        this.passages = passages;
        this.meaning = meaning;
    }

    private record Book(Passage passage, float[] meaning) {}

    /// What a workspace has, as it was at an edition.
    private record Shelf(String edition, Map<String, Passage> all, List<Book> meant) {}

    private record Ranked(String ref, double score) {}

    /// @return the best first; empty where nothing fits
    List<Passage> find(String workspace, String words, int most) {
        var shelf = shelf(workspace);
        if (shelf.all().isEmpty() || words.isBlank()) {
            return List.of();
        }
        var scores = new HashMap<String, Double>();
        count(scores, passages.byWords(workspace, words, LOOKED_AT), WORDS);
        count(scores, byMeaning(shelf, words), MEANING);
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .flatMap(entry -> java.util.stream.Stream.ofNullable(shelf.all().get(entry.getKey())))
                .limit(most)
                .toList();
    }

    private static void count(Map<String, Double> scores, List<String> order, double weight) {
        for (var at = 0; at < order.size(); at++) {
            scores.merge(order.get(at), weight / (EVEN + at), Double::sum);
        }
    }

    private List<String> byMeaning(Shelf shelf, String words) {
        if (shelf.meant().isEmpty()) {
            return List.of();
        }
        return meaning.ofQuestion(words)
                .map(asked -> shelf.meant().stream()
                        .map(book -> new Ranked(book.passage().ref(), Meaning.alike(asked, book.meaning())))
                        .filter(ranked -> ranked.score() >= LEAST_ALIKE)
                        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                        .limit(LOOKED_AT)
                        .map(Ranked::ref)
                        .toList())
                .orElse(List.of());
    }

    /// Read again only where a file has changed since.
    private Shelf shelf(String workspace) {
        var edition = files.edition(workspace);
        var kept = shelves.get(workspace);
        if (kept != null && kept.edition().equals(edition)) {
            return kept;
        }
        var stored = passages.foundIn(workspace);
        var all = stored.stream()
                .map(StoredPassage::passage)
                .collect(Collectors.toMap(Passage::ref, passage -> passage, (one, _) -> one));
        var meant = stored.stream()
                .flatMap(it -> it.meaning().map(vector -> new Book(it.passage(), vector)).stream())
                .toList();
        var shelf = new Shelf(edition, all, meant);
        if (shelves.size() >= MOST_KEPT) {
            shelves.clear();
        }
        shelves.put(workspace, shelf);
        return shelf;
    }
}
