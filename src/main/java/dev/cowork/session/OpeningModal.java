package dev.cowork.session;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.conversationsSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.cowork.playbook.Opening;
import dev.cowork.playbook.Openings;
import dev.cowork.slack.SlackText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form a session begins with: which template, its own fields, and what may be said about the ticket.
@ApplicationScoped
class OpeningModal {
    static final String CALLBACK = "session_open";
    static final String OPENING = "opening";
    static final String CHANNEL = "channel";
    static final String TICKET = "ticket";
    static final String CUSTOMER = "customer";
    static final String AMOUNT = "amount";
    static final String OWN_LIMIT = "own_limit";
    static final String CONFIDENCE = "confidence";
    /// What a text field of Slack takes.
    static final int LONGEST = 3000;

    static final int LONGEST_LINE = 200;

    private final Openings openings;

    OpeningModal(Openings openings) {
        this.openings = openings;
    }

    View empty(NewSession.Place place) {
        return of(openings.all().getFirst(), hidden(place), Map.of());
    }

    /// With a channel to choose, for where nobody knows which one is meant.
    View anywhere() {
        return of(openings.all().getFirst(), Hidden.of(Map.of()), Map.of());
    }

    /// The same with a made-up ticket filled in: each field's own example.
    View madeUp() {
        var first = openings.all().getFirst();
        var entered = new HashMap<>(Map.of(TICKET, "TEST-1"));
        first.fields().forEach(field -> entered.put(field.id(), field.placeholder()));
        return of(first, Hidden.of(Map.of()), entered);
    }

    /// The customer's words stand in the template's first field.
    View quoting(NewSession.Place place, String words) {
        var first = openings.all().getFirst();
        var field = first.fields().getFirst().id();
        return of(first, hidden(place), Map.of(field, SlackText.cut(words, LONGEST)));
    }

    /// For another template. What was entered stays: also what only another template asks for, see [#carried].
    View changed(String opening, Hidden hidden, Map<String, String> entered) {
        return of(openings.byId(opening).orElse(openings.all().getFirst()), hidden, entered);
    }

    /// Fields of other templates in which something was entered: nobody has to type it twice, and nothing is sent that
    /// cannot be seen.
    List<Opening.Field> carried(Opening opening, Map<String, String> entered) {
        var own = opening.fields().stream().map(Opening.Field::id).toList();
        var seen = new HashSet<>(own);
        var carried = new ArrayList<Opening.Field>();
        for (var other : openings.all()) {
            other.fields().stream()
                    .filter(field -> entered(entered, field.id()).isPresent() && seen.add(field.id()))
                    .map(field -> new Opening.Field(
                            field.id(),
                            field.label(),
                            "You wrote this under “" + other.name() + "”. It goes along; empty it to leave it out.",
                            field.placeholder(),
                            false))
                    .forEach(carried::add);
        }
        return carried;
    }

    private static Hidden hidden(NewSession.Place place) {
        var ids = new HashMap<>(Map.of("channel", place.channel()));
        place.thread().ifPresent(thread -> ids.put("thread", thread.ts()));
        return Hidden.of(ids);
    }

    private View of(Opening opening, Hidden hidden, Map<String, String> entered) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(template(opening));
        blocks.add(section(block -> block.text(markdownText("_" + CardText.inline(opening.description(), 300) + "_"))));
        if (opening.id().equals("training")) {
            blocks.add(readyDrills());
        }
        if (hidden.get("channel").isEmpty()) {
            blocks.add(channel());
        }
        opening.fields().forEach(field -> blocks.add(text(field, entered)));
        carried(opening, entered).forEach(field -> blocks.add(text(field, entered)));
        blocks.add(line(TICKET, "Ticket reference", "TCK-1042", entered));
        blocks.add(line(CUSTOMER, "Customer", "Name, and e-mail or customer number: caps count by it", entered));
        blocks.add(line(AMOUNT, "Amount at stake", "150 USD", entered));
        blocks.add(line(OWN_LIMIT, "Your own limit", "What you may grant alone: 100 USD", entered));
        blocks.add(confidence(entered));
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("Start a session")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Start")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(hidden.json())
                .blocks(blocks));
    }

    private LayoutBlock template(Opening chosen) {
        return input(block -> block.blockId(OPENING)
                .dispatchAction(true)
                .label(plainText("What kind of ticket is it?"))
                .element(staticSelect(select -> select.actionId(OPENING)
                        .options(openings.all().stream()
                                .map(OpeningModal::choice)
                                .toList())
                        .initialOption(choice(chosen)))));
    }

    /// Heard by the room that has the drills.
    private static LayoutBlock readyDrills() {
        return actions(block -> block.elements(
                asElements(button(press -> press.actionId("drill_ready").text(plainText("Choose a ready drill"))))));
    }

    private static OptionObject choice(Opening opening) {
        return option(plainText(SlackText.cut(opening.name(), 75)), opening.id());
    }

    private static LayoutBlock channel() {
        return input(block -> block.blockId(CHANNEL)
                .label(plainText("Where"))
                .hint(plainText("The case is posted there; its thread is the session."))
                .element(conversationsSelect(select -> select.actionId(CHANNEL).defaultToCurrentConversation(true))));
    }

    private static LayoutBlock text(Opening.Field field, Map<String, String> entered) {
        var input = PlainTextInputElement.builder()
                .actionId(field.id())
                .multiline(true)
                .maxLength(LONGEST)
                .placeholder(plainText(SlackText.cut(field.placeholder(), 150)));
        entered(entered, field.id()).ifPresent(input::initialValue);
        return input(block -> block.blockId(field.id())
                .label(plainText(field.label()))
                .hint(plainText(field.hint()))
                .optional(!field.required())
                .element(input.build()));
    }

    private static LayoutBlock line(String id, String label, String placeholder, Map<String, String> entered) {
        return input(block -> block.blockId(id)
                .label(plainText(label))
                .optional(true)
                .element(plainTextInput(field -> {
                    entered(entered, id).ifPresent(field::initialValue);
                    return field.actionId(id).maxLength(LONGEST_LINE).placeholder(plainText(placeholder));
                })));
    }

    private static LayoutBlock confidence(Map<String, String> entered) {
        var select = StaticSelectElement.builder()
                .actionId(CONFIDENCE)
                .placeholder(plainText("Choose"))
                .options(ScaleModal.OPTIONS);
        entered(entered, CONFIDENCE).flatMap(ScaleModal::chosen).ifPresent(select::initialOption);
        return input(block -> block.blockId(CONFIDENCE)
                .label(plainText("How sure are you of handling it alone?"))
                .optional(true)
                .element(select.build()));
    }

    private static Optional<String> entered(Map<String, String> entered, String id) {
        return Optional.ofNullable(entered.get(id)).filter(value -> !value.isBlank());
    }
}
