package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// The buttons under a suggestion.
@ApplicationScoped
@Transactional
class SuggestionListener implements Listener<Inbound.Pressed> {
    private final Sessions sessions;
    private final Suggestions suggestions;
    private final Desk desk;
    private final SettlingSuggestion settling;
    private final AskingModal modal;

    SuggestionListener(
            Sessions sessions, Suggestions suggestions, Desk desk, SettlingSuggestion settling, AskingModal modal) {
        this.sessions = sessions;
        this.suggestions = suggestions;
        this.desk = desk;
        this.settling = settling;
        this.modal = modal;
    }

    @Override
    public Address address() {
        return Address.action(SuggestionCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var suggestion = suggestion(pressed);
        if (suggestion.isEmpty()) {
            return new Reply.Whisper("I do not know this suggestion.");
        }
        var refusal = desk.refusal(pressed.gesture(), suggestion.get().session());
        if (refusal.isPresent()) {
            return new Reply.Whisper(refusal.get());
        }
        if (!suggestion.get().isOpen()) {
            return new Reply.Whisper("This was settled already.");
        }
        return what(pressed).equals("edit") ? edit(pressed, suggestion.get()) : Reply.later();
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        var suggestion = suggestion(pressed);
        suggestion
                .flatMap(it -> desk.enter(pressed.gesture(), it.session()))
                .filter(_ -> suggestion.get().isOpen())
                .ifPresent(session -> hear(pressed, session, suggestion.get()));
    }

    private void hear(Inbound.Pressed pressed, Session session, Suggestion suggestion) {
        switch (what(pressed)) {
            case "send" -> settling.send(session, suggestion, pressed.gesture());
            case "own" -> settling.recordAsOwn(session, suggestion, pressed.gesture());
            case "drop" -> settling.drop(session, suggestion, pressed.gesture().member());
            case String other -> throw new IllegalArgumentException("no such press on a suggestion: " + other);
        }
    }

    private Reply edit(Inbound.Pressed pressed, Suggestion suggestion) {
        return sessions.of(pressed.gesture().workspace(), suggestion.session())
                .<Reply>map(session -> new Reply.Open(modal.edit(session, suggestion)))
                .orElseGet(Reply::done);
    }

    private static String what(Inbound.Pressed pressed) {
        return pressed.actionId().replaceFirst("^.*?:", "");
    }

    private Optional<Suggestion> suggestion(Inbound.Pressed pressed) {
        return suggestions.of(pressed.gesture().workspace(), UUID.fromString(pressed.value()));
    }
}
