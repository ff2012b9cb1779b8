package dev.cowork.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Specialist.Ability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A specialist is a file.
class ProfileFileTest {
    private static final Path FRAUD = Path.of("docs", "specialists", "fraud.md");

    @TempDir
    Path folder;

    @Test
    void threeComeAlongEachWithMovesOfItsOwn() {
        assertEquals(
                List.of(Set.of(Ability.BLOCK), Set.of(Ability.CAUSES), Set.of(Ability.DRAFT)),
                Profiles.builtIn().stream().map(Profile::abilities).toList());
    }

    @Test
    void anotherOneIsAFileInAFolderAndNoCode() throws IOException {
        Files.copy(FRAUD, folder.resolve("fraud.md"));
        Files.writeString(folder.resolve("broken.md"), "name: Broken\n\nTask.");
        Files.writeString(folder.resolve("response.md"), Files.readString(FRAUD).replace("Fraud", "Our voice"));

        var all = new Profiles(new Given(folder)).all();

        assertEquals(
                List.of("Policy", "Technical", "Our voice", "Fraud"),
                all.stream().map(Profile::name).toList());
        assertEquals(Set.of(Ability.BLOCK, Ability.CAUSES), all.getLast().abilities());
        assertTrue(all.getLast().task().startsWith("You look for signs"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: Policy        | name:           | name is needed, in at most 30 characters
                    moves: block        | moves: decide   | “decide” is no move: causes, block and draft are
                    knowledge: policy, article | knowledge: gossip | “gossip” is no knowledge: policy and article are
                    tokens: 2000        | tokens: 9       | tokens is a number from 300 to 4000
                    passages: 6         | passages: many  | passages is a number from 0 to 10
                    looks for:          | looks at:       | “looks at” is none of [name, moves, knowledge, looks for, passages, tokens]""")
    void whatIsWrongIsSaid(String right, String wrong, String why) throws IOException {
        var text = Files.readString(Path.of("src", "main", "resources", "panel", "policy.md"))
                .replace(right, wrong);

        var refused =
                assertThrows(ProfileFile.UnreadableProfileException.class, () -> ProfileFile.read("policy", text));

        assertEquals("the specialist policy cannot be read: " + why, refused.getMessage());
    }

    private record Given(Path folder) implements PanelConfig {
        @Override
        public Optional<Path> specialists() {
            return Optional.of(folder);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(60);
        }

        @Override
        public String callLimit() {
            return "1 USD";
        }

        @Override
        public String dailyLimit() {
            return "10 USD";
        }
    }
}
