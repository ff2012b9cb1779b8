package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/// The form of [PlanModal] sent off.
@ApplicationScoped
@Transactional
class PlanFormListener implements Listener<Inbound.Submitted> {
    private static final int LEAST_OPTIONS = 2;
    private static final int MOST_OPTIONS = 8;

    private final Desk desk;
    private final MakingPlan making;
    private final InstantSource clock;

    PlanFormListener(Desk desk, MakingPlan making, InstantSource clock) {
        this.desk = desk;
        this.making = making;
        this.clock = clock;
    }

    @Override
    public Address address() {
        return Address.form(PlanModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        var wrong = wrong(submitted);
        return wrong.isEmpty() ? Reply.later() : new Reply.Errors(wrong);
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        var form = submitted.form();
        var callBack = PlanModal.callBack(form);
        var causeBy = PlanModal.causeBy(form);
        // The time of the call may have come while the form was under way: it was right when it was sent off.
        if (callBack.isPresent()
                && causeBy.isPresent()
                && PlanModal.options(form).size() >= LEAST_OPTIONS) {
            var made = new RecoveryPlan.Made(
                    new MemberId(form.value(PlanModal.OWNER)),
                    callBack.get(),
                    form.value(PlanModal.CAUSE).strip(),
                    new MemberId(form.value(PlanModal.CAUSE_OWNER)),
                    causeBy.get(),
                    PlanModal.options(form));
            desk.enter(submitted.gesture(), Hidden.read(form.hidden()).id(PlanModal.SESSION))
                    .ifPresent(session ->
                            making.make(session, made, submitted.gesture().member()));
        }
    }

    private Map<String, String> wrong(Inbound.Submitted submitted) {
        var form = submitted.form();
        var wrong = new LinkedHashMap<String, String>();
        desk.refusal(submitted.gesture(), Hidden.read(form.hidden()).id(PlanModal.SESSION))
                .ifPresent(why -> wrong.put(PlanModal.OWNER, why));
        if (form.value(PlanModal.OWNER).isEmpty()) {
            wrong.put(PlanModal.OWNER, "Choose a person.");
        }
        if (form.value(PlanModal.CAUSE_OWNER).isEmpty()) {
            wrong.put(PlanModal.CAUSE_OWNER, "Choose a person.");
        }
        if (PlanModal.callBack(form).filter(at -> at.isAfter(clock.instant())).isEmpty()) {
            wrong.put(PlanModal.CALL_BACK, "Choose a day and a time to come.");
        }
        // Wherever on earth it is still yesterday.
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        if (PlanModal.causeBy(form).filter(day -> !day.isBefore(today)).isEmpty()) {
            wrong.put(PlanModal.CAUSE_BY, "Choose a day to come.");
        }
        var options = PlanModal.options(form).size();
        if (options < LEAST_OPTIONS || options > MOST_OPTIONS) {
            wrong.put(PlanModal.OPTIONS, "Write at least two things to choose between, one a line, and at most eight.");
        }
        return wrong;
    }
}
