package dev.cowork.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was pasted and nobody sees is counted, so that the agent can be told; what text brings along by itself is not.
class HiddenCharactersTest {
    private static Brief brief(String field, List<Brief.Exchange> past, String words) {
        return new Brief(new WorkspaceId("T1"), "s", "text", List.of(new Brief.Field("F", field)), "", past, words);
    }

    @Test
    void invisibleCharactersAreCountedWhereTheyAreNew() {
        var tags = "Hello\uDB40\uDC69\uDB40\uDC67\uDB40\uDC6E";
        assertEquals(3, brief("", List.of(), tags).hiddenCharacters());
        assertEquals(3, brief(tags, List.of(), "").hiddenCharacters());
        assertEquals(
                0,
                brief(tags, List.of(new Brief.Exchange("x", Optional.empty())), "")
                        .hiddenCharacters());
        assertEquals(4, brief("", List.of(), "a\u200Bb\u202Ec\u202Cd\u0007").hiddenCharacters());
    }

    @Test
    void whatMailAndEmojiBringAlongIsNotCounted() {
        assertEquals(
                0,
                brief("", List.of(), "line\r\nline\tsoft\u00ADhyphen \uFEFFbom \uD83D\uDC68\u200D\uD83D\uDC69 fine")
                        .hiddenCharacters());
        assertEquals(
                0, brief("", List.of(), "https\u2060://example.org Übung 日本").hiddenCharacters());
    }
}
