package dev.cowork.session;

import dev.cowork.partner.Brief;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sees in which language the customer writes, or the agent wants them to be written to. In the caller's transaction.
@ApplicationScoped
class CustomersLanguage {
    private final Situations situations;
    private final Turns turns;
    private final ShowingCase showing;

    CustomersLanguage(Situations situations, Turns turns, ShowingCase showing) {
        this.showing = showing;
        this.situations = situations;
        this.turns = turns;
    }

    /// Keeps what the latest words tell of it.
    void hear(Session session, List<Utterance> said) {
        var told = said.stream()
                .filter(it -> it.kind() != Utterance.Kind.EVENT)
                .map(it -> CustomersWords.in(it.words()))
                .toList();
        var wished = said.stream()
                .filter(it -> it.kind() == Utterance.Kind.INSTRUCTION)
                .flatMap(it -> Language.wishedFor(CustomersWords.in(it.words()).agent()).stream())
                .reduce((_, later) -> later);
        var written = Stream.concat(fields(session).stream(), told.stream().flatMap(it -> it.customer().stream()))
                .flatMap(passage -> Language.of(passage).stream())
                .reduce((_, later) -> later);
        wished.or(() -> written)
                .filter(language -> session.handling()
                        .customerLanguage()
                        .filter(language::isSameAs)
                        .isEmpty())
                .ifPresent(language -> {
                    session.handling().customerWrites(language);
                    showing.revise(session);
                });
    }

    /// What the partner is told of it, once: where the customer writes in another language than the agent.
    String told(Session session, List<Utterance> said) {
        return session.handling()
                .customerLanguage()
                .filter(language -> !isAgents(language, said))
                .map(CustomersLanguage::line)
                .filter(line -> turns.answeredIn(session).stream()
                        .noneMatch(turn -> turn.words().contains(line)))
                .map(line -> "\n\n" + line)
                .orElse("");
    }

    static String line(Language language) {
        return "[The customer is written to in " + language.name()
                + ". Drafts are in it; tell me in a sentence or two, in my own language, what they say.]";
    }

    /// The form is read until something is known; later words count more than it.
    private List<String> fields(Session session) {
        List<Brief.Field> situation =
                session.handling().customerLanguage().isPresent() ? List.of() : situations.of(session);
        return CustomersWords.in(situation);
    }

    private static boolean isAgents(Language language, List<Utterance> said) {
        var own = said.stream()
                .filter(it -> it.kind() == Utterance.Kind.INSTRUCTION)
                .map(it -> CustomersWords.in(it.words()).agent())
                .collect(Collectors.joining("\n"));
        return Language.of(own).or(() -> Optional.of(Language.ofCode("en").orElseThrow())).stream()
                .anyMatch(language::isSameAs);
    }
}
