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
        var form = new Input(
                heard.calls().stream().findFirst().map(Heard.Call::input).orElseGet(TurnRecord.JSON::missingNode));
        var at = new Retrospect.At(
                turn(form, "done_well_turn"), turn(form, "could_be_better_turn"), turn(form, "pattern_turn"));
        return new Retrospect(parts.get(0), parts.get(1), parts.get(2), parts.get(3), Author.CLAUDE, at, missing(form));
    }

    private static int turn(Input form, String name) {
        var number = form.text(name);
        return number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
    }

    /// At most three: a look back is short, and what is missing most is named first.
    private static List<Retrospect.Missing> missing(Input form) {
        return form
                .between(
                        0,
                        Integer.MAX_VALUE,
                        "missing",
                        one -> new Retrospect.Missing(one.text("kind").equals("policy"), one.text("what")))
                .stream()
                .filter(one -> !one.what().isBlank())
                .limit(3)
                .toList();
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
                        "lines", Transcript.numbered(brief, fence)));
    }
}
