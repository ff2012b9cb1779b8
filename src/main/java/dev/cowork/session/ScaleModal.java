package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.composition.OptionObject;
import java.util.List;
import java.util.Optional;

/// The scale from 1 to 5 on which people say how sure they are.
final class ScaleModal {
    static final List<OptionObject> OPTIONS = List.of(
            choice("1", "1 · not at all"),
            choice("2", "2"),
            choice("3", "3"),
            choice("4", "4"),
            choice("5", "5 · quite sure"));

    private ScaleModal() {}

    static Optional<OptionObject> chosen(String value) {
        return OPTIONS.stream().filter(it -> it.getValue().equals(value)).findFirst();
    }

    /// The number chosen, if there is one.
    static Optional<Integer> read(String value) {
        return chosen(value).map(it -> Integer.parseInt(it.getValue()));
    }

    private static OptionObject choice(String value, String label) {
        return option(plainText(label), value);
    }
}
