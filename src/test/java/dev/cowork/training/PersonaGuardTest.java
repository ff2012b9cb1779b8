package dev.cowork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pins that a customer who goes soft at a high temper is noticed, and one who keeps their temper is left alone.
class PersonaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you so much, you are so kind! Take your time.",
                "No worries, that sounds great.",
                "I totally understand. Mistakes happen.",
                "That would be perfect, thanks!",
                "Great job. As an AI I would add that the agent should apologise."
            })
    void goneSoftIsNoticed(String line) {
        assertTrue(PersonaGuard.correction(line, new Temper(4)).isPresent(), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you for nothing! I still want my money back.",
                "That's great, another promise. When exactly will you send it?",
                "I want a new lamp, and I want it this week.",
                "You always say that. What happens now?"
            })
    void anAngryLineIsLeftAlone(String line) {
        assertEquals(Optional.empty(), PersonaGuard.correction(line, new Temper(4)));
    }

    @Test
    void whoIsCalmMayThank() {
        assertEquals(Optional.empty(), PersonaGuard.correction("Thank you, that sounds good.", new Temper(1)));
    }

    @Test
    void theFilesOwnLinesKeepTheirTemper() {
        for (var drill : DrillShelf.builtIn()) {
            for (var temper = 0; temper <= 5; temper++) {
                for (var turn = 1; turn <= 4; turn++) {
                    var line = CustomerLines.line(drill, new Temper(temper), turn, turn == 2);
                    assertEquals(Optional.empty(), PersonaGuard.correction(line, new Temper(temper)), line);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Where is my parcel? I want to know what you do about it.
            de | Wo ist mein Paket? Ich will wissen, was Sie jetzt tun.
            es | ¿Dónde está mi paquete? Quiero saber qué va a hacer usted.
            fr | Où est mon colis ? Je veux savoir ce que vous allez faire.
            """)
    void theFilesSpeakTheDrillsLanguageAndKeepTheirTemper(String language, String firstWords) {
        var drill = DrillsTest.saying(firstWords);
        for (var temper = 0; temper <= 5; temper++) {
            for (var turn = 1; turn <= 4; turn++) {
                var line = CustomerLines.line(drill, new Temper(temper), turn, false)
                        .replace(drill.goal(), "");
                assertEquals(
                        List.of(language),
                        SignBook.of(line).stream().map(SignBook::language).toList(),
                        line);
                assertEquals(Optional.empty(), PersonaGuard.correction(line, new Temper(temper)), line);
            }
        }
    }
}
