package dev.cowork.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Has the fast model look at an opening, before anybody answers it.
final class SortingOpening {
    static final List<String> TRIGGERS = List.of("angry", "technical", "policy", "value", "training");

    private final Claude claude;
    private final Requests requests;
    private final Prompts prompts;

    SortingOpening(PartnerConfig config, Claude claude, Prompts prompts) {
        this.claude = claude;
        this.prompts = prompts;
        this.requests = new Requests(config, prompts);
    }

    /// Empty where it does not say, or not in the form we asked for.
    Optional<Sorting> sort(Brief brief) {
        var telling = new Telling(_ -> {});
        var heard = claude.ask(requests.sorting(told(brief), brief.session()), telling, brief.session());
        return heard.calls().stream()
                .findFirst()
                .filter(call -> call.input().isObject())
                .flatMap(call -> sorted(call.input(), heard.usage()));
    }

    private static Optional<Sorting> sorted(JsonNode node, Answer.Usage usage) {
        if (!node.path("plain").isBoolean() || !node.path("urgent").isBoolean()) {
            return Optional.empty();
        }
        var triggers = new Input(node)
                .texts("triggers").stream().filter(TRIGGERS::contains).toList();
        return Optional.of(new Sorting(
                triggers, node.path("plain").asBoolean(), node.path("urgent").asBoolean(), usage));
    }

    private String told(Brief brief) {
        var fence = Fence.of(brief.session());
        return prompts.fill(
                "sort-opening",
                Map.of("open", fence.open(), "close", fence.close(), "words", fence.disarmed(brief.words())));
    }
}
