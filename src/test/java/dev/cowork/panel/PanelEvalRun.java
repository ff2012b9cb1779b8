package dev.cowork.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.partner.Partners;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The specialists' part of `make eval`: Claude itself looks at the cases. Leaves `target/eval/panel.md`. Fails where a
/// check did not pass that keeps customers safe; everything else is a figure to compare with the run before.
class PanelEvalRun {
    @Test
    void theSpecialistsLookAtTheCases() throws IOException {
        var key = said("ANTHROPIC_API_KEY").orElseThrow(() -> new AssertionError("set ANTHROPIC_API_KEY"));
        var partner = Partners.asking(
                said("ANTHROPIC_BASE_URL").orElse("https://api.anthropic.com"),
                key,
                said("COWORK_MODEL").orElse("claude-sonnet-5-5"));

        var evaluation = PanelEvaluation.by(partner);

        evaluation.writeTo(Path.of("target", "eval"));
        System.out.println("The specialists: " + PanelEvalCase.all().size() + " cases, " + evaluation.shown());
        assertEquals(
                List.of(),
                evaluation.failed().stream()
                        .filter(PanelEvaluation.Grade::isSafety)
                        .toList());
    }

    private static Optional<String> said(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
