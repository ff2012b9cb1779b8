package dev.cowork.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.partner.Specialist.Ability;
import dev.cowork.partner.Specialist.Matter;
import dev.cowork.partner.Specialist.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Claude as one of several specialists. What all are told comes first and is marked for the cache; only then what one
/// is told alone.
final class Specializing {
    static final String POSITION = "take_position";
    static final String DRAFT = "write_draft";
    /// A form that does not fit is sent back once.
    private static final int MOST_TRIES = 2;

    private final PartnerConfig config;
    private final Claude claude;
    private final Requests requests;
    private final Prompts prompts;

    Specializing(PartnerConfig config, Claude claude, Prompts prompts, String voice) {
        this.config = config;
        this.claude = claude;
        this.prompts = prompts;
        this.requests = new Requests(config, prompts, voice);
    }

    /// @param others how others see the same facts; empty in the first round
    Specialist.Taken take(Matter matter, Part part, List<String> others) {
        var content = content(matter, part);
        if (!others.isEmpty()) {
            content.add(TurnRecord.text(lines("specialist-again", matter, others)));
        }
        var heard = ask(matter, content, POSITION, part);
        return new Specialist.Taken(PositionReader.read(heard.call(), part.abilities()), config.model(), heard.used());
    }

    /// @param told the positions, and what was decided
    Specialist.Written write(Matter matter, Part part, List<String> told) {
        var content = content(matter, part);
        content.add(TurnRecord.text(lines("specialist-draft", matter, told)));
        var heard = ask(matter, content, DRAFT, part);
        return switch (MoveReader.read(DRAFT, heard.call())) {
            case Reading.Fits(Move.WriteDraft draft) -> new Specialist.Written(draft, config.model(), heard.used());
            case Reading.Fits _, Reading.Unfit _ -> throw empty();
        };
    }

    private record Filled(JsonNode call, Meter.Used used) {}

    private Filled ask(Matter matter, ArrayNode content, String form, Part part) {
        var messages = TurnRecord.JSON.createArrayNode().add(TurnRecord.message("user", content));
        var used = new Meter.Used(0, 0, 0, 0);
        for (var tries = 1; ; tries++) {
            var session = matter.brief().session();
            var heard = claude.ask(
                    requests.ofSpecialist(messages, form, part.tokens(), session), new Telling(_ -> {}), session);
            used = plus(used, heard.used());
            var call = heard.calls().stream()
                    .filter(it -> it.tool().equals(form))
                    .findFirst()
                    .orElseThrow(Specializing::empty);
            var problem = problem(form, call.input(), part);
            if (problem.isEmpty()) {
                return new Filled(call.input(), used);
            }
            if (tries >= MOST_TRIES) {
                throw empty();
            }
            messages.add(TurnRecord.message("assistant", heard.said()));
            var said = prompts.fill("does-not-fit", Map.of("problem", problem.get()));
            messages.add(TurnRecord.message(
                    "user", TurnRecord.JSON.createArrayNode().add(TurnRecord.toolResult(call.id(), said, true))));
        }
    }

    private static Optional<String> problem(String form, JsonNode input, Part part) {
        try {
            if (form.equals(POSITION)) {
                PositionReader.read(input, part.abilities());
            } else if (MoveReader.read(form, input) instanceof Reading.Unfit(String why)) {
                return Optional.of(why);
            }
            return Optional.empty();
        } catch (UnfitInputException unfit) {
            return Optional.of(unfit.getMessage());
        }
    }

    private ArrayNode content(Matter matter, Part part) {
        var shared = TurnRecord.text(matter(matter));
        shared.set("cache_control", ephemeral());
        return TurnRecord.JSON.createArrayNode().add(shared).add(TurnRecord.text(part(matter, part)));
    }

    private static ObjectNode ephemeral() {
        return TurnRecord.JSON.createObjectNode().put("type", "ephemeral");
    }

    private String matter(Matter matter) {
        var brief = matter.brief();
        var fence = Fence.of(brief.session());
        return prompts.fill(
                "specialist-matter",
                Map.of(
                        "opening", brief.opening(),
                        "open", fence.open(),
                        "close", fence.close(),
                        "authority", brief.authority(),
                        "fields",
                                brief.situation().stream()
                                        .map(field ->
                                                Map.of("label", field.label(), "text", fence.disarmed(field.text())))
                                        .toList(),
                        "ledger",
                                matter.ledger().stream()
                                        .map(fact -> Map.of(
                                                "id", fact.id(),
                                                "standing", fact.standing(),
                                                "statement", fence.disarmed(fact.statement())))
                                        .toList(),
                        "earlier", fence.disarmed(brief.company().earlier()),
                        "lines", Transcript.numbered(brief, fence)));
    }

    private String part(Matter matter, Part part) {
        var fence = Fence.of(matter.brief().session());
        return prompts.fill(
                "specialist-part",
                Map.of(
                        "name", part.name(),
                        "task", part.task(),
                        "open", fence.open(),
                        "close", fence.close(),
                        "mayRank", part.abilities().contains(Ability.CAUSES),
                        "mayBlock", part.abilities().contains(Ability.BLOCK),
                        "passages", new Sources(prompts, fence).rows(part.knowledge())));
    }

    private String lines(String prompt, Matter matter, List<String> lines) {
        var fence = Fence.of(matter.brief().session());
        return prompts.fill(
                prompt,
                Map.of(
                        "open", fence.open(),
                        "close", fence.close(),
                        "lines", lines.stream().map(fence::disarmed).toList()));
    }

    private static Meter.Used plus(Meter.Used one, Meter.Used other) {
        return new Meter.Used(
                one.fresh() + other.fresh(),
                one.written() + other.written(),
                one.cached() + other.cached(),
                one.output() + other.output());
    }

    private static PartnerUnavailableException empty() {
        return new PartnerUnavailableException(Cause.EMPTY, Optional.empty(), null);
    }
}
