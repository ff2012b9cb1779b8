package dev.cowork.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import dev.cowork.privacy.Anonymised;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.slack.Inbound;
import dev.cowork.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Pins what a tip's modal shows and refuses.
class TipModalTest {
    private static final TipForm.Hidden HIDDEN =
            TipForm.Hidden.of(Optional.of(SessionKey.of(new WorkspaceId("T1"), UUID.randomUUID())));
    private final Anonymiser anonymiser = new Anonymiser();

    @Test
    void goesThroughAsItCame() {
        var tip = anonymiser.anonymise("Offer Jane (+44 20 7946 0958) $40 first.", Confidential.of("Jane Doe", ""));

        var form = submitted(HIDDEN, fieldOf(tip));

        assertEquals("Offer the customer ([phone]) $40 first.", form.words());
        assertEquals(
                Optional.empty(), form.problem(anonymiser.anonymise(form.words(), Confidential.of("Jane Doe", ""))));
    }

    @Test
    void saysWhatWasTakenOut() {
        var tip = anonymiser.anonymise("Ask Jane & co <first>.", Confidential.of("Jane Doe", ""));
        var view = TipModal.of(TipModal.SHARE, HIDDEN, tip, "claude-support-tips");

        var shown = view.getBlocks().stream()
                .filter(SectionBlock.class::isInstance)
                .map(block -> ((SectionBlock) block).getText().getText())
                .toList();

        assertEquals(
                List.of(
                        "*Goes to #claude-support-tips with your name*, for everybody in that channel. No customer should be recognised in it.",
                        "Taken out: “Jane” (a customer). Read it once more."),
                shown);
    }

    @Test
    void refusesWhatStillNamesSomebodyAndSaysWhatToWrite() {
        var form = submitted(HIDDEN, "Jane is nice.");

        assertEquals(
                Optional.of("This still names “Jane” (a customer). Write it without,"
                        + " or press “Take out names and numbers”."),
                form.problem(anonymiser.anonymise(form.words(), Confidential.of("Jane Doe", ""))));
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertEquals(Optional.of("Write the tip first."), problem("  "));
        assertEquals(Optional.empty(), problem("a ".repeat(500).strip()));
        assertEquals(Optional.of("A tip has at most 1000 characters; this one has 1001."), problem("b".repeat(1001)));
    }

    @Test
    void showsMendedWordsUnderANewFieldId() {
        var next = TipForm.Hidden.read(HIDDEN.next().toString());

        assertEquals("tip_2", next.blockId());
        assertEquals(HIDDEN.session(), next.session());
    }

    @Test
    void stillFitsWithTheLongestWords() {
        var tip = anonymiser.anonymise("jane@example.com ".repeat(300), Confidential.NOTHING);
        var view = TipModal.of(TipModal.SHARE, HIDDEN, tip, "x".repeat(80));

        assertTrue(fieldOf(tip).length() <= 1000);
        assertTrue(view.getPrivateMetadata().length() <= 3000);
        view.getBlocks().stream()
                .filter(SectionBlock.class::isInstance)
                .forEach(block ->
                        assertTrue(((SectionBlock) block).getText().getText().length() <= 3000));
    }

    private Optional<String> problem(String words) {
        var form = submitted(HIDDEN, words);
        return form.problem(anonymiser.anonymise(form.words(), Confidential.NOTHING));
    }

    private static String fieldOf(Anonymised tip) {
        return TipModal.of(TipModal.SHARE, HIDDEN, tip, "claude-support-tips").getBlocks().stream()
                .filter(InputBlock.class::isInstance)
                .map(block -> ((PlainTextInputElement) ((InputBlock) block).getElement()).getInitialValue())
                .findFirst()
                .orElseThrow();
    }

    private static TipForm submitted(TipForm.Hidden hidden, String words) {
        return TipForm.read(new Inbound.Form(
                TipModal.SHARE, "V1", "h", hidden.toString(), Map.of(hidden.blockId(), words), Map.of()));
    }
}
