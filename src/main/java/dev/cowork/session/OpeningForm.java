package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.playbook.Opening;
import dev.cowork.playbook.Openings;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the form of [OpeningModal]; what is wrong is said in plain words beside its field.
@ApplicationScoped
class OpeningForm {
    private final Openings openings;
    private final OpeningModal modal;
    private final AmountText amounts;
    private final CasePlaces places;

    OpeningForm(Openings openings, OpeningModal modal, AmountText amounts, CasePlaces places) {
        this.openings = openings;
        this.modal = modal;
        this.amounts = amounts;
        this.places = places;
    }

    sealed interface Parsed {
        record Good(NewSession wanted) implements Parsed {}

        record Bad(Map<String, String> byBlock) implements Parsed {}
    }

    Parsed read(Inbound.Submitted submitted) {
        var form = submitted.form();
        var wrong = new LinkedHashMap<String, String>();
        var opening = openings.byId(form.value(OpeningModal.OPENING));
        if (opening.isEmpty()) {
            return new Parsed.Bad(Map.of(OpeningModal.OPENING, "Choose what kind of ticket it is."));
        }
        var fields = new ArrayList<>(opening.get().fields());
        fields.addAll(modal.carried(opening.get(), form.values()));
        fields.forEach(field -> check(field, form, wrong));
        var place = place(submitted, wrong);
        var ticket = ticket(submitted, wrong);
        if (!wrong.isEmpty() || place.isEmpty()) {
            return new Parsed.Bad(wrong);
        }
        return new Parsed.Good(new NewSession(
                submitted.gesture().workspace(),
                submitted.gesture().member(),
                place.get(),
                opening.get().id(),
                false,
                situation(fields, form),
                ticket,
                ""));
    }

    private static void check(Opening.Field field, Inbound.Form form, Map<String, String> wrong) {
        var words = form.value(field.id());
        if (words.isEmpty() && field.required()) {
            wrong.put(field.id(), "Write a sentence or two: " + field.hint());
        } else if (words.length() > OpeningModal.LONGEST) {
            wrong.put(field.id(), "That is too long: at most " + OpeningModal.LONGEST + " characters fit here.");
        }
    }

    private Optional<NewSession.Place> place(Inbound.Submitted submitted, Map<String, String> wrong) {
        var form = submitted.form();
        var hidden = Hidden.read(form.hidden());
        var channel = hidden.get("channel").orElse(form.value(OpeningModal.CHANNEL));
        if (channel.isEmpty()) {
            wrong.put(OpeningModal.CHANNEL, "Choose the channel in which the case is to be posted.");
            return Optional.empty();
        }
        if (hidden.get("channel").isEmpty()
                && places.isForOthers(submitted.gesture().workspace(), channel)) {
            wrong.put(
                    OpeningModal.CHANNEL,
                    "That channel is kept for proposals or tips. Choose the one in which you work on tickets.");
            return Optional.empty();
        }
        return Optional.of(hidden.get("thread")
                .map(ts -> NewSession.Place.in(new ThreadRef(channel, ts)))
                .orElseGet(() -> NewSession.Place.channel(channel)));
    }

    private static List<Brief.Field> situation(List<Opening.Field> fields, Inbound.Form form) {
        return fields.stream()
                .filter(field -> !form.value(field.id()).isEmpty())
                .map(field -> new Brief.Field(field.label(), form.value(field.id())))
                .toList();
    }

    private Ticket ticket(Inbound.Submitted submitted, Map<String, String> wrong) {
        var form = submitted.form();
        return new Ticket(
                line(form, OpeningModal.TICKET, wrong),
                line(form, OpeningModal.CUSTOMER, wrong),
                amount(submitted, OpeningModal.AMOUNT, wrong),
                amount(submitted, OpeningModal.OWN_LIMIT, wrong),
                ScaleModal.read(form.value(OpeningModal.CONFIDENCE)));
    }

    private static String line(Inbound.Form form, String block, Map<String, String> wrong) {
        var words = form.value(block);
        if (words.length() > OpeningModal.LONGEST_LINE) {
            wrong.put(block, "That is too long: at most " + OpeningModal.LONGEST_LINE + " characters fit here.");
        }
        return words;
    }

    private Optional<Money> amount(Inbound.Submitted submitted, String block, Map<String, String> wrong) {
        var words = submitted.form().value(block);
        var amount = amounts.only(submitted.gesture().workspace(), words);
        if (!words.isEmpty() && amount.isEmpty()) {
            wrong.put(block, "I cannot read this amount. Write it like 150, $150 or 150.00 USD.");
        }
        return amount;
    }
}
