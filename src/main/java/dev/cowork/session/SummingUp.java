package dev.cowork.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/// Keeps requests of a long session short: its older turns go to the partner as a summary, made by code from the
/// ledger, and the turns themselves stay where they are. Between two summaries nothing changes in front of what is
/// new.
@ApplicationScoped
class SummingUp {
    /// So many turns go whole until the first summary; afterwards fewer, because the summary has its length too.
    static final int MOST_AT_FIRST = 20;

    static final int MOST = 14;
    static final int LEFT = 6;
    /// Long turns count by their length: so many characters of earlier turns in a request are enough.
    static final int LONGEST = 200_000;

    private final Turns turns;
    private final Summaries summaries;
    private final Facts facts;
    private final AskedQuestions questions;
    private final Drafts drafts;
    private final InstantSource clock;

    SummingUp(
            Turns turns,
            Summaries summaries,
            Facts facts,
            AskedQuestions questions,
            Drafts drafts,
            InstantSource clock) {
        this.turns = turns;
        this.summaries = summaries;
        this.facts = facts;
        this.questions = questions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// @param lately the turns that go to the partner as they were, oldest first
    /// @param earlier what those before brought; empty where there are none before
    record Talk(List<Turn> lately, String earlier) {}

    /// In the caller's transaction, which holds the session.
    Talk talk(Session session) {
        var summary = summaries.of(session);
        var upTo = summary.map(Summary::upTo).orElse(0);
        var lately = turns.answeredIn(session, upTo);
        var leaving = leaving(lately, upTo == 0);
        if (leaving == 0) {
            return new Talk(lately, summary.map(Summary::words).orElse(""));
        }
        var gone = lately.subList(0, leaving);
        var talk = SummaryWords.talk(summary.map(Summary::talk).orElse(""), gone);
        var words =
                new SummaryWords(facts.of(session), questions.in(session), drafts.currentIn(session), talk).written();
        var renewed = summary.orElseGet(() -> new Summary(session));
        renewed.renew(gone.getLast().number(), words, talk, clock.instant());
        summaries.persist(renewed);
        return new Talk(lately.subList(leaving, lately.size()), words);
    }

    /// How many of the oldest turns go into the summary now.
    static int leaving(List<Turn> lately, boolean isFirst) {
        var most = isFirst ? MOST_AT_FIRST : MOST;
        var isLong =
                lately.size() > LEFT && lately.stream().mapToLong(Turn::size).sum() > LONGEST;
        return lately.size() >= most || isLong ? lately.size() - LEFT : 0;
    }
}
