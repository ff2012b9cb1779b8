package dev.cowork.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CuttingTest {
    private static List<Passage> cut(String text) {
        return Cutting.of("T1", "returns.md", text, false).passages();
    }

    @Test
    void aPassageStandsUnderItsHeadings() {
        var passages = cut("# Returns\nAll of it.\n## Opened items\nBring them back.\n## Fees (internal)\nWe pay 4.\n");

        assertEquals(
                List.of("Returns", "Returns › Opened items", "Returns › Fees"),
                passages.stream().map(Passage::heading).toList());
        assertEquals(
                List.of(false, false, true),
                passages.stream().map(Passage::isInternal).toList());
        assertEquals("Bring them back.", passages.get(1).words());
    }

    @Test
    void aLongPassageIsCutBetweenWordsAndNothingIsLost() {
        var words = "word ".repeat(2_000).strip();

        var passages = cut("# Long\n" + words);

        assertTrue(passages.stream().allMatch(it -> it.words().length() <= Cutting.LONGEST));
        assertEquals(
                words, String.join(" ", passages.stream().map(Passage::words).toList()));
        assertEquals(
                passages.size(), passages.stream().map(Passage::ref).distinct().count());
    }

    @Test
    void aNumberSignInCodeIsNoHeading() {
        assertEquals(1, cut("# One\n```\n# not a heading\n```\n").size());
    }

    @Test
    void aChangedWordMakesAnotherName() {
        assertNotEquals(
                cut("# A\nOne.").getFirst().ref(), cut("# A\nTwo.").getFirst().ref());
        assertEquals(
                cut("# A\nOne.").getFirst().ref(), cut("# A\nOne.").getFirst().ref());
        assertEquals(
                List.of(cut("# A\nOne.").getFirst().ref()),
                Citations.in("See [" + cut("# A\nOne.").getFirst().ref() + "]."));
    }

    @Test
    void whatTheFileSaysOfItselfIsTaken() {
        var file = NewFile.of(
                "T1", "x.md", Optional.empty(), false, "---\nkind: policy\naudience: internal\n---\n# A\nB", "api");

        assertEquals(KnowledgeKind.POLICY, file.kind());
        assertTrue(file.isInternal());
        assertEquals("# A\nB", file.text());
        assertEquals(
                KnowledgeKind.TONE,
                NewFile.of("T1", "voice/how.md", Optional.empty(), false, "x", "api")
                        .kind());
        assertEquals(
                KnowledgeKind.ARTICLE,
                NewFile.of("T1", "x.md", Optional.of(KnowledgeKind.ARTICLE), false, "---\nkind: policy\n---\nB", "api")
                        .kind());
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() {
        assertTrue(NewFile.of("T1", "x.pdf", Optional.empty(), false, "x", "api")
                .complaint()
                .isPresent());
        assertTrue(NewFile.of("T1", "x.md", Optional.empty(), false, " \n", "api")
                .complaint()
                .isPresent());
        assertTrue(NewFile.of("T1", "", Optional.empty(), false, "x", "api")
                .complaint()
                .isPresent());
        assertFalse(NewFile.of("T1", "x.md", Optional.empty(), false, "x", "api")
                .complaint()
                .isPresent());
        assertTrue(
                ForbiddenWords.complaint(NewFile.of("T1", "forbidden.txt", Optional.empty(), false, "=> that", "api"))
                        .isPresent());
    }

    @Test
    void citationsAreShownByHeadingAndNeverToCustomers() {
        var passage = cut("# Returns\n## Opened items\nBring them back.").getFirst();
        var said = "Thirty days [" + passage.ref() + "]. Not here [K-bbbbbbbb].";

        assertEquals("Thirty days [Opened items]. Not here [K-bbbbbbbb].", Citations.shown(said, List.of(passage)));
        assertEquals("Thirty days. Not here.", Citations.without(said));
    }

    @Test
    void theLanguageIsThatOfTheSmallWords() {
        assertEquals("english", Language.of("The parcel is with the neighbour."));
        assertEquals("german", Language.of("Das Paket ist nicht bei uns, und die Frist wird nicht verlängert."));
        assertEquals(
                "french", Language.of("Le colis est chez le voisin et nous ne pouvons pas le chercher dans la rue."));
    }
}
