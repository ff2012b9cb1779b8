package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.precedent.PrecedentBook;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Brings a suggestion into the thread and keeps its card true. Joins the caller's transaction.
@ApplicationScoped
class ShowingSuggestion {
    private final Suggestions suggestions;
    private final Asking asking;
    private final Background background;
    private final PrecedentBook precedents;
    private final Posting posting;

    ShowingSuggestion(
            Suggestions suggestions, Asking asking, Background background, PrecedentBook precedents, Posting posting) {
        this.suggestions = suggestions;
        this.asking = asking;
        this.background = background;
        this.precedents = precedents;
        this.posting = posting;
    }

    /// @param reader whose authority the card speaks of
    void bring(Session session, Suggestion suggestion, MemberId reader) {
        suggestion.ask().map(ask -> asking.truly(session, ask)).ifPresent(suggestion::becomes);
        suggestions.persist(suggestion);
        var thread = session.thread().orElseThrow();
        var messages = card(session, suggestion, reader);
        for (var part = 1; part < messages.size(); part++) {
            var key = Key.of(suggestion.message(), "part", part);
            posting.reply(session.workspace(), thread, key, messages.get(part - 1));
        }
        posting.reply(session.workspace(), thread, suggestion.message(), messages.getLast());
    }

    void revise(Session session, Suggestion suggestion, MemberId reader) {
        posting.revise(
                session.workspace(),
                session.thread().orElseThrow(),
                suggestion.message(),
                suggestion.look(),
                card(session, suggestion, reader).getLast());
    }

    List<Message> card(Session session, Suggestion suggestion, MemberId reader) {
        return SuggestionCard.of(
                suggestion,
                suggestion
                        .ask()
                        .map(ask ->
                                new Asking.What(ask, suggestion.circumstances().orElse(Asking.usual(session))))
                        .map(what -> asking.rulingOn(session, reader, what)),
                before(session, suggestion));
    }

    /// What was decided in cases like it: the agent sees it before they send anything.
    private String before(Session session, Suggestion suggestion) {
        return suggestion.isOpen()
                        && suggestion.ask().orElse(null) instanceof Ask.Compensation(var kind, var amount, var reason)
                ? precedents.like(new PrecedentBook.Sought(
                        session.workspace(),
                        kind.name(),
                        amount,
                        reason,
                        reason + "\n" + background.of(session, suggestion.ask().orElseThrow())))
                : "";
    }
}
