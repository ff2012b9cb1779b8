package dev.cowork.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// What the partner asked and nobody has answered, and what is known to be unknown.
@ApplicationScoped
class OpenQuestions {
    private final Facts facts;
    private final AskedQuestions questions;

    OpenQuestions(Facts facts, AskedQuestions questions) {
        this.facts = facts;
        this.questions = questions;
    }

    List<String> of(Session session) {
        var open = new ArrayList<String>();
        questions.openIn(session).stream().map(AskedQuestion::words).forEach(open::add);
        facts.of(session).stream()
                .filter(fact -> fact.standing() == Standing.UNKNOWN)
                .map(Fact::statement)
                .filter(unknown -> !open.contains(unknown))
                .forEach(open::add);
        return open;
    }
}
