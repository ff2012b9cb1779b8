package dev.cowork.panel;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Specialist;
import dev.cowork.workspace.WorkspaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A case of the evaluation for the specialists, and what their positions are held to. From `eval/panel.json`.
///
/// @param ledger standing and statement; the first is F1
/// @param checks names of [PanelEvalChecks], some with a value after a colon
record PanelEvalCase(
        String id,
        String opening,
        String authority,
        Map<String, String> situation,
        List<List<String>> ledger,
        List<Passage> knowledge,
        String says,
        List<String> checks) {
    record Passage(String name, String heading, String text, boolean internal) {
        Brief.Source source() {
            return new Brief.Source(name, heading, text, internal);
        }
    }

    static List<PanelEvalCase> all() {
        try (var in = PanelEvalCase.class.getResourceAsStream("/eval/panel.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the cases for the specialists", broken);
        }
    }

    Specialist.Matter matter() {
        var known = new ArrayList<Specialist.Known>();
        ledger.forEach(
                fact -> known.add(new Specialist.Known("F" + (known.size() + 1), fact.getFirst(), fact.getLast())));
        var brief = new Brief(
                new WorkspaceId("TEVAL"),
                "eval-panel-" + id,
                opening,
                situation.entrySet().stream()
                        .map(it -> new Brief.Field(it.getKey(), it.getValue()))
                        .toList(),
                authority,
                List.of(),
                says);
        return new Specialist.Matter(brief, known);
    }

    Specialist.Part part(Profile profile) {
        return new Specialist.Part(
                profile.name(),
                profile.task(),
                knowledge.stream().map(Passage::source).toList(),
                profile.abilities(),
                profile.tokens());
    }
}
