package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.slack.EarlierWords.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotingEarlierTest {
    @Test
    void everyLineIsQuotedUnderWhoSaidIt() {
        assertEquals(
                "> <@UANA>: It is torn.\n> And wet.\n> Zendesk: New ticket",
                NotingEarlier.quoted(
                        List.of(new Line("<@UANA>", "It is torn.\nAnd wet."), new Line("Zendesk", "New ticket"))));
    }

    @Test
    void aLongThreadKeepsItsFirstMessageAndTheNewest() {
        var talk = new ArrayList<>(Collections.nCopies(400, new Line("<@UNOA>", "talk ".repeat(20))));
        talk.addFirst(new Line("<@UANA>", "the case"));
        talk.addLast(new Line("<@UANA>", "the newest"));

        var quoted = NotingEarlier.quoted(talk);

        assertTrue(quoted.startsWith("> <@UANA>: the case\n> […]\n"), quoted.substring(0, 60));
        assertTrue(quoted.endsWith("> <@UANA>: the newest"));
        assertTrue(quoted.length() < 12_200, "length " + quoted.length());
    }

    @Test
    void oneEndlessMessageIsCut() {
        var quoted = NotingEarlier.quoted(List.of(new Line("<@UANA>", "🙂".repeat(40_000))));

        assertTrue(quoted.length() < 12_200, "length " + quoted.length());
        assertTrue(quoted.endsWith("🙂 […]"));
    }
}
