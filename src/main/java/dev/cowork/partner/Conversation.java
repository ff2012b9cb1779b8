package dev.cowork.partner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The messages of one answer: everything sent before, word for word, then what is new, then the rounds of this answer.
/// Nothing that changes from turn to turn stands before older content.
final class Conversation {
    private final Prompts prompts;
    private final Brief brief;
    private final Fence fence;
    private final ArrayNode before = TurnRecord.JSON.createArrayNode();
    private final ArrayNode fresh = TurnRecord.JSON.createArrayNode();
    /// What is to be said in front of the agent's new words.
    private ArrayNode pending = TurnRecord.JSON.createArrayNode();

    private String toldAuthority = "";
    private String firstAuthority = "";

    Conversation(Prompts prompts, Brief brief) {
        this.prompts = prompts;
        this.brief = brief;
        this.fence = Fence.of(brief.session());
        brief.past().forEach(this::recall);
        fresh.add(TurnRecord.message("user", newWords()));
    }

    ArrayNode messages() {
        var all = before.deepCopy().addAll(fresh.deepCopy());
        if (!brief.company().earlier().isEmpty()) {
            beginAnew((ObjectNode) all.get(0));
        }
        return all;
    }

    /// The first message of those that are left begins with the situation and what the talk before it brought, the same
    /// from turn to turn. What it says about tools is about some that are not there any more.
    private void beginAnew(ObjectNode first) {
        var content = TurnRecord.JSON.createArrayNode();
        content.add(TurnRecord.text(situation(firstAuthority.isEmpty() ? brief.authority() : firstAuthority)));
        content.add(TurnRecord.text(prompts.fill(
                "earlier",
                Map.of(
                        "open", fence.open(),
                        "close", fence.close(),
                        "text", fence.disarmed(brief.company().earlier())))));
        first.path("content").forEach(block -> {
            if (!block.path("type").asText().equals("tool_result")) {
                content.add(block);
            }
        });
        first.set("content", content);
    }

    /// Claude's message and, where it goes on at once, what we answer about its tools.
    void add(ArrayNode said) {
        fresh.add(TurnRecord.message("assistant", said));
    }

    void answer(ArrayNode results) {
        fresh.add(TurnRecord.message("user", results));
    }

    TurnRecord record(ArrayNode results) {
        return new TurnRecord(Author.CLAUDE, brief.authority(), fresh, results);
    }

    /// The record where the last round brought nothing: what it was told is told again at the next turn.
    TurnRecord recordWithout(ArrayNode results) {
        fresh.remove(fresh.size() - 1);
        return record(results);
    }

    private void recall(Brief.Exchange exchange) {
        var record = exchange.record().flatMap(TurnRecord::read);
        if (record.isPresent() && record.get().author() == Author.CLAUDE) {
            // Its own first message holds whatever was pending when it was sent.
            before.addAll(record.get().messages());
            pending = record.get().results().deepCopy();
            toldAuthority = record.get().authority();
            firstAuthority = firstAuthority.isEmpty() ? toldAuthority : firstAuthority;
            return;
        }
        say(exchange.words());
        record.ifPresent(playbook -> pending.add(TurnRecord.text(prompts.fill(
                "stood-in",
                Map.of(
                        "open", fence.open(),
                        "close", fence.close(),
                        "text", fence.disarmed(Transcript.of(playbook)))))));
    }

    private ArrayNode newWords() {
        if (before.isEmpty()) {
            if (brief.company().earlier().isEmpty()) {
                pending.insert(0, TurnRecord.text(situation(brief.authority())));
            }
        } else if (!toldAuthority.equals(brief.authority())) {
            pending.add(TurnRecord.text(prompts.fill("authority", Map.of("authority", brief.authority()))));
        }
        found();
        say(brief.words());
        if (pending.isEmpty() || (brief.words().isBlank() && !before.isEmpty())) {
            pending.add(TurnRecord.text(prompts.plain("go-on")));
        }
        return pending;
    }

    /// What was told before is not told again.
    private void found() {
        var told = before.toString();
        var fresh = brief.company().found().stream()
                .filter(source -> !told.contains(source.name()))
                .toList();
        if (!fresh.isEmpty()) {
            pending.add(TurnRecord.text(new Sources(prompts, fence).told(fresh)));
        }
    }

    /// What was looked up in the middle of an answer.
    String lookedUp(String question) {
        return new Sources(prompts, fence).lookedUp(brief.company().shelf(), question);
    }

    private void say(String words) {
        var said = fence.around(words);
        if (!said.isBlank()) {
            pending.add(TurnRecord.text(said));
        }
    }

    private String situation(String authority) {
        var fields = brief.situation().stream()
                .filter(field -> !field.text().isBlank())
                .map(field -> Map.of("label", field.label(), "text", fence.disarmed(field.text())))
                .toList();
        return prompts.fill(
                "situation",
                Map.of(
                        "opening", brief.opening(),
                        "open", fence.open(),
                        "close", fence.close(),
                        "authority", authority,
                        "fields", fields));
    }
}
