package dev.cowork.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void escapesWhatPeopleTypeAndNamesWhomTheyMean() {
        assertEquals(
                "hey <@UCOWORK01>, ask <@USAM00001> in <#CTIPS0001|claude-support-tips> &lt;b&gt; R&amp;D",
                Words.inMessage("hey @cowork, ask @sam in #claude-support-tips <b> R&D"));
    }

    @Test
    void keepsReferencesAndMailAddresses() {
        assertEquals("<@UANA00001> bell@sam.example", Words.inMessage("<@UANA00001> bell@sam.example"));
    }

    @Test
    void givesACommandTheHandleBesideTheId() {
        assertEquals("for <@UNOA00001|noa>", Words.inCommand("for @noa"));
    }
}
