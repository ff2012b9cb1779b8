package dev.cowork.session;

import dev.cowork.partner.Move;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/// Takes into the ledger what the partner noted. In the caller's transaction.
@ApplicationScoped
class KeepingFacts {
    private final Facts facts;
    private final AskingQuestions asking;
    private final ShowingCase showing;
    private final InstantSource clock;

    KeepingFacts(Facts facts, AskingQuestions asking, ShowingCase showing, InstantSource clock) {
        this.facts = facts;
        this.asking = asking;
        this.showing = showing;
        this.clock = clock;
    }

    void note(Session session, List<Move.NoteFacts.Fact> noted) {
        for (var fact : noted) {
            Standing.of(fact.standing())
                    .filter(_ -> !fact.statement().isBlank())
                    .ifPresent(standing -> note(session, standing, fact));
        }
        showing.revise(session);
    }

    private void note(Session session, Standing standing, Move.NoteFacts.Fact noted) {
        var statement = noted.statement().strip();
        facts.note(session, standing, statement, noted.replaces(), clock.instant());
        if (!noted.answers().isBlank()) {
            asking.answeredBy(session, noted.answers(), standing, statement);
        }
    }

    /// The order takes the place of the one before. What was excluded or verified meanwhile is no cause any more; what
    /// is not named any more goes to the end.
    void rank(Session session, List<Move.RankCauses.Cause> causes) {
        var before = facts.of(session).stream()
                .filter(fact -> fact.likelihood().isPresent())
                .toList();
        for (var at = 0; at < causes.size(); at++) {
            var cause = causes.get(at);
            var known = facts.with(session, cause.cause());
            var fact = known.orElseGet(
                    () -> facts.note(session, Standing.ASSUMED, cause.cause().strip(), "", clock.instant()));
            if (fact.standing() == Standing.ASSUMED) {
                fact.ranks(at + 1, cause.check());
            }
        }
        var named = causes.stream().map(cause -> Wording.plain(cause.cause())).toList();
        var place = causes.size();
        for (var fact : before) {
            if (!named.contains(Wording.plain(fact.statement()))) {
                fact.ranks(++place, fact.probe());
            }
        }
        showing.revise(session);
    }
}
