package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/// The form of [FactsModal] sent off.
@ApplicationScoped
@Transactional
class FactsFormListener implements Listener<Inbound.Submitted> {
    private final Sessions sessions;
    private final Facts facts;
    private final Desk desk;
    private final CorrectingFacts correcting;

    FactsFormListener(Sessions sessions, Facts facts, Desk desk, CorrectingFacts correcting) {
        this.sessions = sessions;
        this.facts = facts;
        this.desk = desk;
        this.correcting = correcting;
    }

    @Override
    public Address address() {
        return Address.form(FactsModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        var refusal = desk.refusal(submitted.gesture(), session(submitted));
        if (refusal.isPresent()) {
            return new Reply.Errors(Map.of(FactsModal.NEW_WORDS, refusal.get()));
        }
        var wrong = sessions.of(submitted.gesture().workspace(), session(submitted))
                .map(session -> wrong(session, submitted.form()))
                .orElse(Map.of());
        return wrong.isEmpty() ? Reply.later() : new Reply.Errors(wrong);
    }

    private Map<String, String> wrong(Session session, Inbound.Form form) {
        var wrong = new HashMap<String, String>();
        var said = new HashSet<String>();
        for (var fact : facts.of(session)) {
            var words = FactsModal.entry(form, fact)
                    .map(FactsModal.Entry::words)
                    .filter(it -> !it.isEmpty())
                    .orElse("");
            if (!words.isEmpty() && !said.add(Wording.plain(words))) {
                wrong.put(FactsModal.blockOf(fact), "This is said above already.");
            }
        }
        var words = form.value(FactsModal.NEW_WORDS);
        if (!words.isEmpty() && said.contains(Wording.plain(words))) {
            wrong.put(FactsModal.NEW_WORDS, "This is said above already.");
        }
        if (words.isEmpty() != form.value(FactsModal.NEW_STANDING).isEmpty()) {
            wrong.put(
                    words.isEmpty() ? FactsModal.NEW_WORDS : FactsModal.NEW_STANDING,
                    words.isEmpty() ? "Write the fact." : "Choose how sure it is.");
        }
        return wrong;
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        desk.enter(submitted.gesture(), session(submitted))
                .filter(session -> wrong(session, submitted.form()).isEmpty())
                .ifPresent(session -> correcting.correct(session, submitted.form(), submitted.gesture()));
    }

    private static UUID session(Inbound.Submitted submitted) {
        return Hidden.read(submitted.form().hidden()).id(FactsModal.SESSION);
    }
}
