package dev.cowork.training;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The form of [MakeModal] sent off: refused beside the field that still names somebody.
@ApplicationScoped
class MakeListener implements Listener<Inbound.Submitted> {
    private final MakingDrill making;

    MakeListener(MakingDrill making) {
        this.making = making;
    }

    @Override
    public Address address() {
        return Address.form(MakeModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        var wrong = new LinkedHashMap<String, String>();
        var hidden = hidden(submitted);
        var gesture = submitted.gesture();
        if (hidden.isThere() && !making.mayChange(gesture.workspace(), hidden.session(), gesture.member())) {
            return new Reply.Errors(Map.of(MakeModal.KIND, "Only who made this drill, or decides, may change it."));
        }
        if (isWithdrawn(submitted)) {
            return Reply.later();
        }
        MakeModal.ENTRIES.forEach(entry -> problem(submitted, submitted.form().value(entry.block()))
                .ifPresent(problem -> wrong.put(entry.block(), problem)));
        return wrong.isEmpty() ? Reply.later() : new Reply.Errors(wrong);
    }

    private Optional<String> problem(Inbound.Submitted submitted, String words) {
        if (words.isBlank()) {
            return Optional.of("Write a sentence.");
        }
        if (words.length() > MakingDrill.LONGEST) {
            return Optional.of("That is too long: at most " + MakingDrill.LONGEST + " characters fit here.");
        }
        return making.mended(submitted.gesture().workspace(), hidden(submitted).session(), words).found().stream()
                .findFirst()
                .map(trace -> "This still names " + trace.kind().named() + ": “" + trace.text() + "”. Write “"
                        + trace.kind().instead() + "” instead.");
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        var form = submitted.form();
        var hidden = hidden(submitted);
        var gesture = submitted.gesture();
        if (isWithdrawn(submitted)) {
            making.withdraw(gesture.workspace(), hidden.session(), gesture.member(), gesture.key());
            return;
        }
        var entered = new HashMap<String, String>();
        MakeModal.ENTRIES.forEach(entry -> entered.put(entry.block(), form.value(entry.block())));
        entered.put("kind", form.value(MakeModal.KIND));
        entered.put("temper", form.value(MakeModal.TEMPER));
        entered.put("points", Drill.Ask.POINTS);
        var script = MadeScript.of(entered);
        if (hidden.isThere()) {
            making.reword(gesture.workspace(), hidden.session(), script, gesture.member(), gesture.key());
        } else {
            making.approve(gesture.workspace(), hidden.session(), script, gesture.member());
        }
    }

    private static boolean isWithdrawn(Inbound.Submitted submitted) {
        return hidden(submitted).isThere()
                && !submitted.form().value(MakeModal.WITHDRAW).isEmpty();
    }

    private static MakeModal.Hidden hidden(Inbound.Submitted submitted) {
        return MakeModal.Hidden.read(submitted.form().hidden());
    }
}
