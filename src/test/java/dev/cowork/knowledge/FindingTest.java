package dev.cowork.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Finding, on a shop's knowledge and questions that it was not set up with.
@QuarkusTest
class FindingTest {
    private static final Path SHOP = Path.of("src/test/resources/knowledge/shop");
    private static final Path QUESTIONS = Path.of("src/test/resources/knowledge/questions.txt");

    private final Knowledge knowledge;
    private final BringingKnowledge bringing;
    private final StoredPassages passages;

    FindingTest(Knowledge knowledge, BringingKnowledge bringing, StoredPassages passages) {
        this.knowledge = knowledge;
        this.bringing = bringing;
        this.passages = passages;
    }

    private record Asked(String question, String heading) {}

    private static WorkspaceId aWorkspace() {
        return new WorkspaceId(
                "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase());
    }

    private Brought bring(WorkspaceId workspace, String path, String text) {
        return bringing.bring(NewFile.of(workspace.value(), path, Optional.empty(), false, text, NewFile.API));
    }

    /// Every third question here; all of them with `-DargLine=-Dcowork.recall.every=1`, whose figures stand in
    /// docs/decisions/0020.
    @Test
    void nineTenthsOfTheQuestionsFindTheirPassageAmongTheFirstFive() throws IOException {
        var workspace = aWorkspace();
        try (var files = Files.list(SHOP)) {
            for (var file : files.sorted().toList()) {
                bring(workspace, file.getFileName().toString(), Files.readString(file));
            }
        }
        var every = Integer.getInteger("cowork.recall.every", 3);
        var all = Files.readAllLines(QUESTIONS).stream()
                .filter(line -> !line.startsWith("#") && line.contains("=>"))
                .map(line -> new Asked(line.split("=>")[0].strip(), line.split("=>")[1].strip()))
                .toList();
        assertTrue(all.size() >= 100, all.size() + " questions");
        var asked = IntStream.range(0, all.size())
                .filter(at -> at % every == 0)
                .mapToObj(all::get)
                .toList();

        var both = recall(workspace, asked, (of, words) -> knowledge.find(of, words, 5));
        var words = recall(workspace, asked, this::byWords);

        System.getLogger("recall")
                .log(
                        System.Logger.Level.INFO,
                        "recall@5 of %d questions: by words %.1f %%, by words and meaning %.1f %%"
                                .formatted(asked.size(), words, both));
        assertTrue(words >= 60, "by words: " + words);
        assertTrue(both >= 88, "by words and meaning: " + both);
        assertTrue(both - words >= 5, "meaning adds " + (both - words));
    }

    private List<Passage> byWords(WorkspaceId workspace, String question) {
        return QuarkusTransaction.requiringNew()
                .call(() -> passages.byWords(workspace.value(), question, 5).stream()
                        .flatMap(ref -> passages.of(workspace.value(), ref).stream())
                        .toList());
    }

    private static double recall(
            WorkspaceId workspace, List<Asked> asked, BiFunction<WorkspaceId, String, List<Passage>> find) {
        var missed = new ArrayList<String>();
        for (var one : asked) {
            if (find.apply(workspace, one.question()).stream()
                    .noneMatch(passage -> passage.heading().endsWith("› " + one.heading()))) {
                missed.add(one.question());
            }
        }
        return 100.0 * (asked.size() - missed.size()) / asked.size();
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOneAndNobodyElseSeesIt() {
        var one = aWorkspace();
        var other = aWorkspace();
        assertEquals(
                new Brought.Taken("fees.md", KnowledgeKind.ARTICLE, 1, 1),
                bring(one, "fees.md", "# Fees\nThe fee is 4."));
        var old = knowledge.find(one, "fee", 5).getFirst();

        assertEquals(new Brought.Unchanged("fees.md"), bring(one, "fees.md", "# Fees\nThe fee is 4."));
        assertEquals(
                new Brought.Taken("fees.md", KnowledgeKind.ARTICLE, 2, 1),
                bring(one, "fees.md", "# Fees\nThe fee is 5."));

        assertEquals(
                List.of("The fee is 5."),
                knowledge.find(one, "fee", 5).stream().map(Passage::words).toList());
        assertTrue(knowledge.read(one, old.ref()).isEmpty());
        var now = knowledge.find(one, "fee", 5).getFirst();
        assertTrue(knowledge.read(other, now.ref()).isEmpty());
        assertEquals(List.of(), knowledge.find(other, "fee", 5));
        assertEquals(List.of(), knowledge.citedIn(other, "[" + now.ref() + "]"));
        assertTrue(bringing.forget(one.value(), "fees.md"));
        assertFalse(bringing.forget(one.value(), "fees.md"));
        assertEquals(List.of(), knowledge.find(one, "fee", 5));
    }

    @Test
    void misspeltWordsAreForgiven() {
        var workspace = aWorkspace();
        bring(workspace, "a.md", "# Headphones\nHold both buttons to pair them.\n# Kettles\nDescale once a month.");

        var refs = QuarkusTransaction.requiringNew().call(() -> passages.byWords(workspace.value(), "hedphones", 5));

        assertEquals(1, refs.size());
        assertEquals(
                "Headphones",
                knowledge.read(workspace, refs.getFirst()).orElseThrow().heading());
    }

    @Test
    void toneExamplesAndForbiddenWordsAreNotFoundButSaid() {
        var workspace = aWorkspace();
        bring(workspace, "tone.md", "# Tone\nWarm and exact.");
        bring(workspace, "examples/late.md", "# Late\nYour kettle comes on Friday.");
        bring(workspace, "forbidden.txt", "# ours\nkindly => please\nunfortunately\n");

        assertEquals(List.of(), knowledge.find(workspace, "kettle Friday warm", 5));
        assertFalse(knowledge.isThere(workspace));
        assertTrue(knowledge.voice(workspace).startsWith("# Tone\nWarm and exact."));
        assertTrue(knowledge.voice(workspace).contains("Examples of good answers:\n\n# Late"));
        assertEquals(List.of("kindly => please", "unfortunately"), knowledge.forbidden(workspace));
    }
}
