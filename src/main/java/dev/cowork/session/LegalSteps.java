package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.slack.Posting;
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
    private final Posting posting;

    LegalSteps(
            Situations situations,
            Turns turns,
            Suggestions suggestions,
            ProposalBook book,
            ShowingSuggestion showing,
            Posting posting) {
        this.situations = situations;
        this.turns = turns;
        this.suggestions = suggestions;
        this.book = book;
        this.showing = showing;
        this.posting = posting;
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

    /// Brings up an escalation to legal with a holding reply, once, where nobody has suggested one. Where something
    /// waits to be sent already, a line points there instead: two cards to send would be taken for each other.
    /// In the caller's transaction.
    ///
    /// @param reader whose authority the card speaks of
    void pointOut(Session session, MemberId reader) {
        if (!isEscalating(session)) {
            spokenOf(session).ifPresent(words -> {
                if (suggestions.openIn(session).isEmpty()) {
                    bring(session, words, reader);
                } else {
                    point(session);
                }
            });
        }
    }

    private void point(Session session) {
        posting.reply(
                session.workspace(),
                session.thread().orElseThrow(),
                Key.of("legal", session.id()),
                NoticeCard.of(":scales: The customer speaks of legal steps. Let legal see it before you answer:"
                        + " `Escalate` on the case card goes there. Admit nothing until then; being sorry admits"
                        + " nothing."));
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
