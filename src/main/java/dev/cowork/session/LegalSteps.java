package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/// Sees whether a customer speaks of lawyers, courts or regulators. Then legal is to hear of it, whatever the partner
/// thinks: the thread says so once, and the form of `Escalate` begins with legal.
@ApplicationScoped
class LegalSteps {
    private static final int LONGEST = 600;

    private final Situations situations;
    private final Turns turns;
    private final Suggestions suggestions;
    private final ProposalBook book;
    private final ShowingSuggestion showing;

    LegalSteps(
            Situations situations, Turns turns, Suggestions suggestions, ProposalBook book, ShowingSuggestion showing) {
        this.situations = situations;
        this.turns = turns;
        this.suggestions = suggestions;
        this.book = book;
        this.showing = showing;
    }

    boolean areSpokenOf(Session session) {
        return spokenOf(session).isPresent();
    }

    /// The sentence in which somebody speaks of them.
    private Optional<String> spokenOf(Session session) {
        return LegalThreats.in(Stream.concat(
                        situations.of(session).stream().map(field -> field.text()),
                        turns.answeredIn(session).stream().map(Turn::words))
                .toList());
    }

    /// Brings up an escalation to legal with a holding reply, once, where nobody has suggested one. In the caller's
    /// transaction.
    ///
    /// @param reader whose authority the card speaks of
    void pointOut(Session session, MemberId reader) {
        if (!isEscalating(session)) {
            spokenOf(session).ifPresent(words -> bring(session, words, reader));
        }
    }

    private void bring(Session session, String words, MemberId reader) {
        var summary = "The customer speaks of legal steps: “" + SlackText.cut(words, LONGEST) + "”"
                + " Somebody with the right to should read the case before more is said to the customer.";
        var holdingReply = String.join("\n", GuardFile.lines("legal-holding.txt"));
        showing.bring(
                session,
                Suggestion.of(session, new Move.SuggestEscalation("legal", "now", summary, holdingReply)),
                reader);
    }

    private boolean isEscalating(Session session) {
        return suggestions.hasEscalation(session)
                || book.ofSession(session.workspace(), session.id().toString()).stream()
                        .anyMatch(entry -> entry.ask() instanceof Ask.Escalation);
    }
}
