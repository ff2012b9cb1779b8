package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a draft may not sound like, and what a threat is.
class LiabilityGuardTest {
    private final LoadedWords words = new LoadedWords(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We are liable for this.",
                "It was negligence on our side.",
                "We will pay damages.",
                "We regret your emotional distress.",
                "We were at fault.",
                "Wir haften nicht, aber es war fahrlässig.",
                "C'est notre faute.",
                "Pagaremos daños y perjuicios."
            })
    void findsWhatReadsLikeAnAdmission(String draft) {
        assertFalse(words.in(draft).isEmpty(), draft);
        assertTrue(words.in(words.softened(draft)).isEmpty(), words.softened(draft));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am so sorry. This should not have happened to you.",
                "We apologise for the damaged parcel.",
                "Es tut mir leid.",
                "Your delivery is reliable again."
            })
    void neverForbidsSorry(String draft) {
        assertEquals(List.of(), words.in(draft), draft);
    }

    @Test
    void takesTheCompanysOwnListAndSaysWhichLineIsWrong(@TempDir Path folder) throws IOException {
        var own = Files.writeString(folder.resolve("own.txt"), "# ours\nglitch => trouble\nsorry => regret\n");
        var both = new LoadedWords(Optional.of(own));

        assertEquals("Trouble! I am sorry for our part in this.", both.softened("Glitch! I am sorry for liability."));
        var broken = Files.writeString(folder.resolve("broken.txt"), "no arrow here\n");
        var why = assertThrows(IllegalArgumentException.class, () -> new LoadedWords(Optional.of(broken)));
        assertTrue(why.getMessage().contains("no arrow here"), why.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Now they're talking about lawsuits.",
                "I will sue you.",
                "She has called her lawyer.",
                "He wants a chargeback.",
                "Ich gehe zum Anwalt!",
                "Je vais porter plainte.",
                "Hablaré con mi abogado."
            })
    void knowsALegalThreat(String words) {
        assertTrue(LegalThreats.in(List.of("The parcel was late.", words)).isPresent(), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"They pursue a refund.", "It is an issue with the court shoes.", "Is that legal tender?"})
    void seesNoThreatWhereThereIsNone(String words) {
        assertEquals(Optional.empty(), LegalThreats.in(List.of(words)), words);
    }

    @Test
    void flagsASentenceThatStatesAnAssumptionAsFact() {
        var session = SessionTest.session();
        var facts = List.of(
                new Fact(session, Standing.ASSUMED, "The carrier lost the parcel in Hamburg", SessionTest.NOON),
                new Fact(session, Standing.VERIFIED, "The customer paid on 3 May", SessionTest.NOON));

        var stated =
                DraftReading.of("Hello. The carrier lost your parcel in Hamburg. You paid on 3 May.", facts, words);
        var hedged = DraftReading.of("It seems that the carrier lost your parcel in Hamburg.", facts, words);

        assertEquals(List.of("The carrier lost your parcel in Hamburg."), stated.assumptions());
        assertTrue(hedged.isClean());
    }
}
