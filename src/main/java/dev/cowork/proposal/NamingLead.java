package dev.cowork.proposal;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.slack.Gesture;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Somebody who decides says to whom something goes: what nobody decides in time, or an escalation.
@ApplicationScoped
class NamingLead {
    private static final String NOBODY = "nobody";

    private final Leads leads;
    private final Roles roles;
    private final AuditChain audit;
    private final InstantSource clock;

    NamingLead(Leads leads, Roles roles, AuditChain audit, InstantSource clock) {
        this.leads = leads;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    boolean mayName(Gesture gesture) {
        return gesture.isOfThisWorkspace()
                && roles.of(gesture.workspace(), gesture.member()).decides();
    }

    /// Names it, where the person may at this moment.
    @Transactional
    void name(LeadsForm.Parsed.Good named, Gesture gesture) {
        if (!mayName(gesture)) {
            return;
        }
        var lead = leads.of(gesture.workspace(), named.role());
        var before = lead.map(NamingLead::told).orElse(NOBODY);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var after = named.place()
                .map(place -> {
                    var set = lead.orElseGet(() -> new Lead(Lead.Id.of(gesture.workspace(), named.role())));
                    set.goesTo(place, named.share(), gesture.member(), now);
                    leads.persist(set);
                    return told(set);
                })
                .orElseGet(() -> {
                    lead.ifPresent(leads::delete);
                    return NOBODY;
                });
        leads.flush();
        if (!before.equals(after)) {
            audit.write(new AuditFact(
                    gesture.workspace(),
                    Optional.empty(),
                    "led",
                    gesture.member(),
                    gesture.member(),
                    new AuditFact.Change("who is called", before, after),
                    now,
                    gesture.key(),
                    Map.of("lead", named.role())));
        }
    }

    /// `U0123ABCD after 75 %`.
    private static String told(Lead lead) {
        return lead.place()
                + lead.share().map(share -> " after " + share + " %").orElse("");
    }
}
