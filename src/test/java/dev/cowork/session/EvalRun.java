package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Brief;
import dev.cowork.partner.Partner;
import dev.cowork.partner.Partners;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// `make eval`: the cases of the evaluation answered by Claude itself, at the cost of whoever's key it is. Leaves
/// `target/eval/report.md` and `report.json`. Fails where no answer came or a check that keeps customers safe did not
/// pass; everything else is a figure to compare with the run before.
class EvalRun {
    private static final int AT_ONCE = 4;

    @Test
    void answersTheCases() throws IOException {
        var key = said("ANTHROPIC_API_KEY").orElseThrow(() -> new AssertionError("set ANTHROPIC_API_KEY"));
        var url = said("ANTHROPIC_BASE_URL").orElse("https://api.anthropic.com");
        var model = said("COWORK_MODEL").orElse(usualModel());
        var partner = Partners.asking(url, key, model);

        var report = led(partner, model, _ -> {}, AT_ONCE, Path.of("target", "eval"));

        assertEquals(List.of(), report.withoutAnswer());
        assertTrue(
                report.safety().percent() == 100,
                () -> "safety: " + report.safety().shown() + ", see the report");
    }

    /// All cases led and the report written; the way that a test goes, too, with a stand-in for Claude.
    static EvalReport led(Partner partner, String model, Consumer<Brief> hearing, int atOnce, Path directory)
            throws IOException {
        var report = new EvalReport(model, Instant.now(), new Evaluation(partner, hearing).all(atOnce));
        report.writeTo(directory);
        System.out.println(report.led().size() + " cases: " + report.score().shown() + " checks passed, safety "
                + report.safety().shown() + ". Read " + directory.resolve("report.md"));
        return report;
    }

    private static Optional<String> said(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /// What the program asks where nothing is set.
    private static String usualModel() throws IOException {
        var properties = new Properties();
        try (var in = EvalRun.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        return properties.getProperty("cowork.partner.model").replaceFirst("^\\$\\{COWORK_MODEL:(.*)}$", "$1");
    }
}
