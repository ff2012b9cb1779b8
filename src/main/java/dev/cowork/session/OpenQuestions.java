package dev.cowork.session;

import dev.cowork.partner.Move;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// What the partner asked last and nobody has answered, and what is known to be unknown.
@ApplicationScoped
class OpenQuestions {
    private final Facts facts;
    private final Turns turns;

    OpenQuestions(Facts facts, Turns turns) {
        this.facts = facts;
        this.turns = turns;
    }

    List<String> of(Session session) {
        var open = new ArrayList<String>();
        var answered = turns.answeredIn(session);
        if (!answered.isEmpty()) {
            answered.getLast().exchange().moves().stream()
                    .filter(Move.AskQuestions.class::isInstance)
                    .forEach(move -> open.addAll(((Move.AskQuestions) move).questions()));
        }
        facts.of(session).stream()
                .filter(fact -> fact.standing() == Standing.UNKNOWN)
                .map(Fact::statement)
                .filter(unknown -> !open.contains(unknown))
                .forEach(open::add);
        return open;
    }
}
