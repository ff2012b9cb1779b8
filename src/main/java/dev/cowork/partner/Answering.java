package dev.cowork.partner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One answer of Claude's. Goes on for another round only where the agent would otherwise have nothing in hand, or
/// where Claude filled in a form wrongly and has not been told yet.
final class Answering {
    private static final String LOOK_UP = "look_up";

    private final PartnerConfig config;
    private final Claude claude;
    private final Requests requests;
    private final Prompts prompts;
    private final Brief brief;
    private final Conversation talk;
    private final Telling telling;
    private final List<Move> moves = new ArrayList<>();
    /// What did not fit, by tool, until a later round mends it.
    private final Map<String, String> unfit = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();
    private boolean hasLookedUp;
    private Answer.Usage usage = Answer.Usage.NONE;

    Answering(PartnerConfig config, Claude claude, Prompts prompts, Brief brief, Consumer<String> live) {
        this.config = config;
        this.claude = claude;
        this.prompts = prompts;
        this.requests = new Requests(config, prompts, brief.company().voice());
        this.brief = brief;
        this.talk = new Conversation(prompts, brief);
        this.telling = new Telling(live);
    }

    Answer answer() {
        var results = TurnRecord.JSON.createArrayNode();
        for (var round = 1; ; round++) {
            var told = List.copyOf(unfit.keySet());
            var before = telling.text();
            Heard heard;
            try {
                heard = claude.ask(requests.reply(talk.messages(), brief.session()), telling, brief.session());
            } catch (PartnerUnavailableException fault) {
                // What an earlier round brought is worth more than none at all, as long as this one said nothing.
                if (!telling.text().equals(before) || !hasSomethingToShow()) {
                    throw fault;
                }
                return finished(talk.recordWithout(results));
            }
            usage = plus(usage, heard.usage());
            talk.add(heard.said());
            results = read(heard);
            if (round >= config.maxRounds() || !goesOn(heard, told)) {
                noteWhatWasCut(heard);
                return finished(talk.record(results));
            }
            talk.answer(results);
        }
    }

    private boolean goesOn(Heard heard, List<String> told) {
        return heard.stopReason().equals("tool_use")
                && (hasLookedUp
                        || !hasSomethingToShow()
                        || unfit.keySet().stream().anyMatch(tool -> !told.contains(tool)));
    }

    private boolean hasSomethingToShow() {
        return !telling.text().isBlank() || moves.stream().anyMatch(move -> !(move instanceof Move.NoteFacts));
    }

    /// Takes the moves and says about each call what became of it.
    private ArrayNode read(Heard heard) {
        var results = TurnRecord.JSON.createArrayNode();
        hasLookedUp = false;
        for (var call : heard.calls()) {
            if (call.tool().equals(LOOK_UP)) {
                hasLookedUp = true;
                var query = call.input().path("query").asText("");
                results.add(TurnRecord.toolResult(call.id(), talk.lookedUp(query.strip()), false));
                continue;
            }
            switch (MoveReader.read(call.tool(), call.input())) {
                case Reading.Fits(Move move) -> {
                    if (!moves.contains(move)) {
                        moves.add(move);
                    }
                    unfit.remove(call.tool());
                    results.add(TurnRecord.toolResult(call.id(), prompts.plain("shown"), false));
                }
                case Reading.Unfit(String problem) -> {
                    unfit.put(call.tool(), problem);
                    var said = prompts.fill("does-not-fit", Map.of("problem", problem));
                    results.add(TurnRecord.toolResult(call.id(), said, true));
                }
            }
        }
        return results;
    }

    private void noteWhatWasCut(Heard heard) {
        if (heard.stopReason().equals("max_tokens") || heard.stopReason().equals("model_context_window_exceeded")) {
            dropped.add(Answer.CUT);
        }
    }

    private Answer finished(TurnRecord record) {
        unfit.forEach((tool, problem) -> dropped.add(
                "A suggestion was left out because it was not filled in properly (" + tool + ": " + problem + ")."));
        if (telling.text().isBlank() && moves.isEmpty()) {
            throw new PartnerUnavailableException(Cause.EMPTY, Optional.empty(), null);
        }
        return new Answer(
                telling.text(), List.copyOf(moves), Author.CLAUDE, record.written(), usage, List.copyOf(dropped));
    }

    private static Answer.Usage plus(Answer.Usage one, Answer.Usage other) {
        return new Answer.Usage(
                one.input() + other.input(), one.cachedInput() + other.cachedInput(), one.output() + other.output());
    }
}
