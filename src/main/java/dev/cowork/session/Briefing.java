package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Puts together what the partner is told.
@ApplicationScoped
class Briefing {
    private final Situations situations;
    private final Turns turns;
    private final Settings settings;
    private final Consulting consulting;

    Briefing(Situations situations, Turns turns, Settings settings, Consulting consulting) {
        this.consulting = consulting;
        this.situations = situations;
        this.turns = turns;
        this.settings = settings;
    }

    Brief of(Session session, String words) {
        return new Brief(
                session.workspace(),
                session.id().toString(),
                session.opening(),
                situation(session),
                authority(session),
                turns.answeredIn(session).stream().map(Turn::exchange).toList(),
                words);
    }

    /// With what the company knows that may help to answer.
    ///
    /// @param talk what of the talk before goes to the partner word for word, and what in short
    Brief answering(Session session, SummingUp.Talk talk, String words) {
        var brief = new Brief(
                session.workspace(),
                session.id().toString(),
                session.opening(),
                situation(session),
                authority(session),
                talk.lately().stream().map(Turn::exchange).toList(),
                words);
        return new Brief(
                brief.workspace(),
                brief.session(),
                brief.opening(),
                brief.situation(),
                brief.authority(),
                brief.past(),
                brief.words(),
                consulting.company(session.workspace(), brief, talk.earlier()));
    }

    private List<Brief.Field> situation(Session session) {
        var fields = new ArrayList<>(situations.of(session));
        var ticket = session.ticket();
        field(fields, "TICKET", ticket.reference());
        field(fields, "CUSTOMER", ticket.customer());
        field(fields, "AMOUNT AT STAKE", ticket.amount().map(Money::shown).orElse(""));
        return fields;
    }

    private static void field(List<Brief.Field> fields, String label, String text) {
        if (!text.isEmpty()) {
            fields.add(new Brief.Field(label, text));
        }
    }

    private String authority(Session session) {
        var own = ownLimit(session);
        var supervisor = settings.supervisorLimit(session.workspace());
        return "The agent may grant up to " + own.shown() + " alone. A supervisor may grant up to " + supervisor.shown()
                + "; above that two people must approve.";
    }

    /// What the owner may grant alone: the matrix's limit, or their own where it is lower.
    Money ownLimit(Session session) {
        var matrix = settings.agentLimit(session.workspace());
        return session.ownLimit().filter(own -> own.isWithin(matrix)).orElse(matrix);
    }
}
