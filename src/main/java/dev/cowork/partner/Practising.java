package dev.cowork.partner;

import dev.cowork.partner.PartnerUnavailableException.Cause;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Claude in a drill.
final class Practising {
    private static final int LONGEST = 2_500;

    private final Claude claude;
    private final Requests requests;
    private final Prompts prompts;

    Practising(PartnerConfig config, Claude claude, Prompts prompts) {
        this.claude = claude;
        this.prompts = prompts;
        this.requests = new Requests(config, prompts);
    }

    Practice.Seen recognise(Practice.Passage passage) {
        var fence = Fence.of(passage.drill());
        var things = passage.things().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(thing -> Map.of("name", thing.getKey(), "what", thing.getValue()))
                .toList();
        var asked = prompts.fill(
                "practice-passage",
                Map.of(
                        "open", fence.open(),
                        "close", fence.close(),
                        "words", fence.disarmed(passage.words()),
                        "things", things));
        var heard = claude.ask(requests.recognise(asked, passage.drill()), new Telling(_ -> {}), passage.drill());
        var sentences = new HashMap<String, String>();
        heard.calls().stream()
                .findFirst()
                .ifPresent(call -> new Input(call.input())
                        .between(0, Integer.MAX_VALUE, "seen", one -> one)
                        .forEach(one -> keep(sentences, passage, one)));
        return new Practice.Seen(sentences, Author.CLAUDE);
    }

    /// A sentence that is not in the passage shows nothing.
    private static void keep(Map<String, String> sentences, Practice.Passage passage, Input one) {
        var thing = one.text("thing");
        var sentence = one.text("sentence");
        if (passage.things().containsKey(thing)
                && !sentence.isBlank()
                && spaced(passage.words()).contains(spaced(sentence))) {
            sentences.putIfAbsent(thing, sentence);
        }
    }

    private static String spaced(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    Practice.Line say(Practice.Scene scene) {
        var fence = Fence.of(scene.drill());
        var asked = prompts.fill(
                "practice-scene",
                Map.of(
                        "open", fence.open(),
                        "close", fence.close(),
                        "task", scene.task(),
                        "fields",
                                scene.told().stream()
                                        .map(field ->
                                                Map.of("label", field.label(), "text", fence.disarmed(field.text())))
                                        .toList(),
                        "lines",
                                scene.talk().stream()
                                        .map(spoken ->
                                                Map.of("who", spoken.who(), "text", fence.disarmed(spoken.words())))
                                        .toList()));
        var telling = new Telling(_ -> {});
        var role = "practice-" + scene.role().name().toLowerCase(Locale.ROOT);
        claude.ask(requests.plain(role, asked, scene.drill()), telling, scene.drill());
        var text = Fence.visible(telling.text()).strip();
        if (text.isBlank()) {
            throw new PartnerUnavailableException(Cause.EMPTY, Optional.empty(), null);
        }
        return new Practice.Line(text.length() > LONGEST ? text.substring(0, LONGEST) : text, Author.CLAUDE);
    }

    /// Without anybody to ask.
    static Practice.Line standIn(Practice.Scene scene) {
        return new Practice.Line(scene.standIn(), Author.PLAYBOOK);
    }
}
