package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The modal of `Who is called`, sent off. The right to set it is asked for at that moment.
@ApplicationScoped
class LeadsFormListener implements Listener<Inbound.Submitted> {
    private final Leads leads;
    private final Roles roles;
    private final InstantSource clock;

    LeadsFormListener(Leads leads, Roles roles, InstantSource clock) {
        this.leads = leads;
        this.roles = roles;
        this.clock = clock;
    }

    @Override
    public Address address() {
        return Address.form(Buttons.LEADS);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        if (!mayset(sent)) {
            return new Reply.Errors(Map.of(LeadsForm.ROLE, "Only supervisors and managers set this."));
        }
        return read(sent) instanceof LeadsForm.Parsed.Bad(var byBlock) ? new Reply.Errors(byBlock) : Reply.later();
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        if (mayset(sent) && read(sent) instanceof LeadsForm.Parsed.Good(var role, var place, var share)) {
            var workspace = sent.gesture().workspace();
            var lead = leads.of(workspace, role);
            place.ifPresentOrElse(
                    to -> {
                        var set = lead.orElseGet(() -> new Lead(Lead.Id.of(workspace, role)));
                        set.goesTo(
                                to,
                                share,
                                sent.gesture().member(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS));
                        leads.persist(set);
                    },
                    () -> lead.ifPresent(leads::delete));
        }
    }

    private LeadsForm.Parsed read(Inbound.Submitted sent) {
        return LeadsForm.read(
                sent.form(),
                member -> roles.of(sent.gesture().workspace(), member).decides());
    }

    private boolean mayset(Inbound.Submitted sent) {
        return sent.gesture().isOfThisWorkspace()
                && roles.of(sent.gesture().workspace(), sent.gesture().member()).decides();
    }
}
