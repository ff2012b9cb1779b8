package dev.cowork.partner;

import dev.cowork.partner.Move.NoteFacts.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// By what the playbook sees that a question of its own is answered: the same words by which it knows what it need not
/// ask.
///
/// @param byQuestion the questions that were asked, each with what an answer speaks of
record Expected(Map<String, Pattern> byQuestion) {
    static Expected of(Case it) {
        var all = new LinkedHashMap<String, Pattern>();
        if (it.ticket().isTroubleshooting()) {
            all.putAll(Diagnosing.answers(it));
        }
        if (it.ticket().isTraining()) {
            all.putAll(Teaching.answers(it));
        }
        Questioning.answers(it).forEach(all::putIfAbsent);
        all.keySet().removeIf(question -> !it.course().hasAsked(question));
        return new Expected(all);
    }

    /// The facts, each with the question it answers. One question is answered by one fact.
    List<Fact> told(List<Fact> facts) {
        var answered = new HashSet<String>();
        var told = new ArrayList<Fact>();
        for (var fact : facts) {
            var question = byQuestion.entrySet().stream()
                    .filter(asked -> !answered.contains(asked.getKey()))
                    .filter(asked -> asked.getValue().matcher(fact.statement()).find())
                    .map(Map.Entry::getKey)
                    .findFirst();
            question.ifPresent(answered::add);
            told.add(question.map(it -> new Fact(fact.standing(), fact.statement(), fact.replaces(), it))
                    .orElse(fact));
        }
        return List.copyOf(told);
    }
}
