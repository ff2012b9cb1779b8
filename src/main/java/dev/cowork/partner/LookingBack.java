package dev.cowork.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Claude's look back on a closed session.
final class LookingBack {
    private final Claude claude;
    private final Requests requests;
    private final Prompts prompts;

    LookingBack(PartnerConfig config, Claude claude, Prompts prompts) {
        this.claude = claude;
        this.prompts = prompts;
        this.requests = new Requests(config, prompts);
    }

    Retrospect lookBack(Brief brief, String outcome) {
        var telling = new Telling(_ -> {});
        var heard =
                claude.ask(requests.lookBack(transcript(brief, outcome), brief.session()), telling, brief.session());
        var parts = heard.calls().stream()
                .findFirst()
                .map(call -> filledIn(call.input()))
                .orElseGet(() -> paragraphs(telling.text()));
        if (parts.stream().allMatch(String::isBlank)) {
            throw new PartnerUnavailableException(Cause.EMPTY, Optional.empty(), null);
        }
        return new Retrospect(parts.get(0), parts.get(1), parts.get(2), parts.get(3), Author.CLAUDE);
    }

    private static List<String> filledIn(JsonNode node) {
        var input = new Input(node);
        return Stream.of("done_well", "could_be_better", "pattern", "tip")
                .map(input::text)
                .toList();
    }

    /// Where Claude wrote instead of filling in the form: four paragraphs, in the order we asked for.
    private static List<String> paragraphs(String text) {
        var found = Arrays.stream(text.split("\\n\\s*\\n")).map(String::strip);
        return Stream.concat(found, Stream.of("", "", "", "")).limit(4).toList();
    }

    private String transcript(Brief brief, String outcome) {
        var fence = Fence.of(brief.session());
        var fields = brief.situation().stream()
                .map(field -> Map.of("label", field.label(), "text", fence.disarmed(field.text())))
                .toList();
        return prompts.fill(
                "transcript",
                Map.of(
                        "opening", brief.opening(),
                        "open", fence.open(),
                        "close", fence.close(),
                        "outcome", fence.disarmed(outcome),
                        "fields", fields,
                        "lines", Transcript.lines(brief, fence)));
    }
}
