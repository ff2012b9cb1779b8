package dev.cowork.training;

import dev.cowork.playbook.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A text of the room, in `resources/training`.
final class TextFile {
    private TextFile() {}

    static Page page(String name) {
        return Page.of(name, text(name + ".md"));
    }

    static String text(String file) {
        try (var in = TextFile.class.getResourceAsStream("/training/" + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no training/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read training/" + file, broken);
        }
    }
}
